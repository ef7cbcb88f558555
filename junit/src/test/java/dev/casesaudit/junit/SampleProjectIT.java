package dev.casesaudit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Runs the sample project, and the tests of the package use in it, with nothing of this build but its artifact. */
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleProjectIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path PROJECT = TARGET.resolve("sample");
    private static final Path REPOSITORY = TARGET.resolve("sample-repository");
    private static final Path TESTS = Path.of("src", "test");

    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final String VERSION = System.getProperty("artifact.version");
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @BeforeAll
    void copyProjectAndArtifact() throws IOException {
        copy(Path.of("sample"), PROJECT);
        Path use = Path.of("java", "dev", "casesaudit", "junit", "use");
        copy(TESTS.resolve(use), PROJECT.resolve(TESTS).resolve(use));
        copy(TESTS.resolve("resources"), PROJECT.resolve(TESTS).resolve("resources"));
        // As the install plugin would do it, without Maven's start.
        install("cases-audit-junit", Path.of(System.getProperty("artifact.jar")), "jar");
        install("cases-audit-junit", Path.of("pom.xml"), "pom");
        install("cases-audit", Path.of("..", "pom.xml"), "pom");
    }

    private static void install(String artifact, Path file, String type) throws IOException {
        Path folder = Files.createDirectories(REPOSITORY
                .resolve("dev")
                .resolve("casesaudit")
                .resolve(artifact)
                .resolve(VERSION));
        Files.copy(file, folder.resolve(artifact + "-" + VERSION + "." + type), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void passesWithTheJavaOfTheBuildAndJUnit5() throws Exception {
        passesWith(JAVA, "5.14.4");
    }

    @Test
    void passesWithTheNewestJavaAndJUnit6() throws Exception {
        Optional<Path> newest = newerJava();
        // The build requires one JDK only. CI has both.
        assumeTrue(newest.isPresent(), "this machine has no JDK 25");

        passesWith(newest.get(), "6.0.3");
    }

    private static void passesWith(Path java, String junit) throws Exception {
        List<String> maven = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dmaven.repo.local.tail=" + System.getProperty("maven.repository"),
                "-Dcases-audit.version=" + VERSION,
                "-Daws-sdk.version=" + System.getProperty("aws-sdk.version"),
                "-Dassertj.version=" + System.getProperty("assertj.version"),
                "-Djunit.version=" + junit,
                "-Djvm=" + java.resolve("bin").resolve("java"),
                "-DargLine=" + SHORT_LIVED,
                "-Dtest=*Test,*IT",
                "test"));
        if (System.getProperty("maven.mode").equals("offline=true")) {
            maven.add("--offline");
        }
        ProcessBuilder builder =
                new ProcessBuilder(maven).directory(PROJECT.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().put("JAVA_HOME", JAVA.toString());
        builder.environment().put("MAVEN_OPTS", SHORT_LIVED);
        Process run = builder.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(output).isZero();
        assertThat(output).contains("sample.AuditReaderTest", "sample.ClassPathTest", "use.RecipesIT", "use.ExamIT");
    }

    // Beside the one of the build, or named as CI servers do it.
    private static Optional<Path> newerJava() throws IOException {
        Stream<Path> named = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
                .map(variable -> Path.of(variable.getValue()));
        try (Stream<Path> neighbours = Files.list(JAVA.resolveSibling(""))) {
            return Stream.of(Stream.of(JAVA), named, neighbours)
                    .flatMap(homes -> homes)
                    .filter(SampleProjectIT::isJava25)
                    .findFirst();
        }
    }

    private static boolean isJava25(Path home) {
        Path release = home.resolve("release");
        try {
            return Files.isExecutable(home.resolve("bin").resolve("java"))
                    && Files.isReadable(release)
                    && Pattern.compile("JAVA_VERSION=\"25")
                            .matcher(Files.readString(release))
                            .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
