package dev.casesaudit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class EndOfMockIT {

    // An archive, which the mock may make at its end, takes seconds.
    private static final int LIMIT_SECONDS = 120;

    private static final String ALL_LIBRARIES = System.getProperty("java.class.path");
    private static final String THIS_ARTIFACT =
            System.getProperty("artifact.jar") + File.pathSeparator + Path.of("target", "test-classes");

    /** A program that uses the mock without JUnit, and ends as it is told to. */
    static final class User {

        private User() {}

        public static void main(String... arguments) throws InterruptedException {
            CasesAudit cases = CasesAudit.start();
            cases.given("a-case").events(1);
            // The test reads it from the other end of the pipe.
            System.out.println(cases.endpoint());
            switch (arguments[0]) {
                case "returns" -> {}
                case "exits" -> System.exit(1);
                // Until it is killed.
                default -> Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    /** A JVM that outlives its run of JUnit. */
    static final class RunOfJUnit {

        private RunOfJUnit() {}

        public static void main(String... arguments) throws InterruptedException {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(FailedTestIT.Failing.class))
                            .build());
            // The test waits for this line, and then ends this JVM.
            System.out.println("run");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"returns", "exits", "is killed"})
    void comesWithThatOfTheJvmInWhateverWay(String end) throws Exception {
        Process user = start(User.class, THIS_ARTIFACT, end);
        try (BufferedReader out = user.inputReader(StandardCharsets.UTF_8)) {
            URI endpoint = URI.create(out.readLine());
            List<ProcessHandle> mock = user.descendants().toList();
            if (end.equals("is killed")) {
                assertThat(mock).isNotEmpty();
                user.destroyForcibly();
            }

            assertThat(user.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            awaitEnd(mock);
            assertThatThrownBy(() -> endpoint.toURL().openStream()).isInstanceOf(IOException.class);
        } finally {
            user.destroyForcibly();
        }
    }

    @Test
    void comesWithThatOfTheRunOfJUnit() throws Exception {
        Process run = start(RunOfJUnit.class, ALL_LIBRARIES);
        try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("run");

            awaitEnd(run.descendants().toList());
            assertThat(run.isAlive()).isTrue();
        } finally {
            run.destroyForcibly();
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Process start(Class<?> program, String classPath, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classPath,
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
