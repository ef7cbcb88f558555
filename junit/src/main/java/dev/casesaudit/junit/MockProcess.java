package dev.casesaudit.junit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The mock in a JVM of its own. It ends when its standard input closes, which the operating system does at the latest
 * when this JVM ends, in whatever way.
 */
final class MockProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int LINES_KEPT = 500;
    private static final String PORT = "port=";
    // Of the tests, or of whoever runs them. The archive also does without options of Java from outside.
    private static final Set<String> VARIABLES_OF_JAVA =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Path jar;
    private final ArchiveOptions archive;
    private volatile List<String> command = List.of();
    private volatile @Nullable Process process;
    private boolean isEnded;
    private final CompletableFuture<URI> endpoint = new CompletableFuture<>();
    private final Deque<String> log = new ArrayDeque<>();

    private MockProcess(Path jar) {
        this.jar = jar;
        archive = ArchiveOptions.of(jar);
        launch(archive.arguments());
    }

    private static List<String> command(Path jar, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--port=0",
                "--exit-with-parent",
                // For all tests of a run, which each ask for their own part of it.
                "--set=cases.journal.size=20000"));
        return List.copyOf(command);
    }

    /** Starts the mock, and does not wait for it. */
    static MockProcess start(Path jar) {
        return new MockProcess(jar);
    }

    private synchronized void launch(List<String> options) {
        if (isEnded) {
            return;
        }
        command = command(jar, options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                // Not the folder of the tests, whose .env and config would set up the mock.
                .directory(jar.toAbsolutePath().resolveSibling("").toFile());
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("CASES_") || name.startsWith("QUARKUS_") || VARIABLES_OF_JAVA.contains(name));
        try {
            Process mock = builder.start();
            process = mock;
            Thread reader = new Thread(() -> read(mock), "log of the Cases Audit mock");
            reader.setDaemon(true);
            reader.start();
        } catch (IOException e) {
            endpoint.completeExceptionally(notStarted("Java cannot be started: " + e.getMessage()));
        }
    }

    private void read(Process mock) {
        try (BufferedReader lines = mock.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line);
                if (line.startsWith(PORT)) {
                    endpoint.complete(URI.create("http://localhost:" + line.substring(PORT.length())));
                }
            }
            int code = mock.waitFor();
            if (!endpoint.isDone() && archive.isThere()) {
                // Java can fail over an archive that is damaged. The mock makes another.
                archive.delete();
                launch(archive.arguments());
            } else {
                endpoint.completeExceptionally(notStarted("it ended with exit code " + code));
            }
        } catch (IOException | InterruptedException e) {
            endpoint.completeExceptionally(notStarted("its log ended: " + e));
        }
    }

    private void add(String line) {
        synchronized (log) {
            log.addLast(line);
            if (log.size() > LINES_KEPT) {
                log.removeFirst();
            }
        }
    }

    /**
     * Returns where the mock serves, once it does.
     *
     * @throws IllegalStateException with its log, if it does not
     */
    URI endpoint() {
        try {
            return endpoint.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()), e);
        } catch (TimeoutException e) {
            end();
            IllegalStateException failure =
                    notStarted("it did not serve within " + START_LIMIT.toSeconds() + " seconds");
            endpoint.completeExceptionally(failure);
            throw failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the mock started", e);
        }
    }

    private IllegalStateException notStarted(String reason) {
        return new IllegalStateException(String.join(
                System.lineSeparator(),
                "The Cases Audit mock did not start: " + reason + ".",
                "Its log:",
                log().isEmpty() ? "  (empty)" : log().indent(2).stripTrailing(),
                "Its command: " + String.join(" ", command),
                "What to do: mend what the log says, and try the command in a terminal. It needs a JDK 17 or newer, about"
                        + " 200 MB of memory and a port of localhost. Another file can be named with -D"
                        + MockJar.PROPERTY + "=FILE."));
    }

    boolean isAlive() {
        Process mock = process;
        return mock != null && mock.isAlive();
    }

    /** Whether the mock has served and does so no more. */
    boolean hasEnded() {
        return endpoint.isDone() && !endpoint.isCompletedExceptionally() && !isAlive();
    }

    /** Returns the last lines of its log. */
    String log() {
        synchronized (log) {
            return String.join(System.lineSeparator(), log);
        }
    }

    /** Ends the mock, without waiting for it: at its first end, it takes seconds to make its archive. */
    synchronized void end() {
        isEnded = true;
        Process mock = process;
        if (mock != null) {
            try {
                mock.getOutputStream().close();
            } catch (IOException e) {
                mock.destroy();
            }
        }
    }
}
