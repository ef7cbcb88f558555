package dev.casesaudit.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the kit as people start it: another process, which shares no class with this one.
 *
 * @param output what it printed
 * @param report its {@code report.json}
 */
record KitRun(int exitCode, String output, JsonNode report) {

    /** What the build of the kit's module leaves, which comes before this one's. */
    private static final Path JAR = Path.of("..", "conformance-tests", "target", "conformance-kit.jar");

    /** Kept after the build, for whoever wants to know more than that it failed. */
    private static final Path REPORTS = Path.of("target", "conformance");

    private static final int LIMIT_MINUTES = 5;

    /** Judges an endpoint by every requirement, the weaker ones too. */
    static KitRun of(URI endpoint) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    "%s is missing: run ./mvnw verify, or with -pl server also -am".formatted(JAR));
        }
        Files.createDirectories(REPORTS);
        Path output = REPORTS.resolve("output.txt");
        ProcessBuilder kit = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "run",
                        "--endpoint",
                        endpoint.toString(),
                        "--level",
                        "should",
                        "--report-dir",
                        REPORTS.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // In CI the summary of the job is not the place for a test's report.
        kit.environment().remove("GITHUB_STEP_SUMMARY");
        Path report = REPORTS.resolve("report.json");
        Files.deleteIfExists(report);
        Process process = kit.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the kit did not end: " + Files.readString(output));
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (!Files.exists(report)) {
            throw new IllegalStateException("the kit wrote no report: " + text);
        }
        return new KitRun(process.exitValue(), text, new ObjectMapper().readTree(report.toFile()));
    }
}
