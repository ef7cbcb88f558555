package dev.casesaudit.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged jar, started as users start it, on a free port. */
public final class PackagedMock implements AutoCloseable {

    private static final String NATIVE = "quarkus.vertx.prefer-native-transport";

    public static final Path JAR = Path.of("target", "cases-audit-mock.jar").toAbsolutePath();

    /** Makes a mock serve as it does where the native transport cannot be loaded. */
    public static final String ON_NIO = "-D%s=false".formatted(NATIVE);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Pattern LISTENING =
            Pattern.compile("Listening on: http://\\S+?:(\\d+)(?: and https://\\S+?:(\\d+))?");

    // Shared by all tests that need no mock of their own: most of their time would be its start.
    private static @Nullable PackagedMock shared;

    private static @Nullable PackagedMock sharedOnNio;

    private final Process process;
    private final List<String> log = new ArrayList<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread reader;
    private @Nullable URI endpoint;
    private @Nullable URI secureEndpoint;

    private PackagedMock(Path javaHome, List<String> options) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("%s is missing: run ./mvnw verify, which packages it".formatted(JAR));
        }
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin").resolve("java").toString()));
        command.addAll(QuickStart.options(javaHome));
        command.addAll(List.of(
                // A locale with other digits than 0 to 9, which must not show.
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dquarkus.http.port=0",
                // Set by who runs all tests on NIO.
                "-D%s=%s".formatted(NATIVE, System.getProperty(NATIVE, "true"))));
        options.stream().filter(option -> !isArgument(option)).forEach(command::add);
        command.addAll(List.of("-jar", JAR.toString()));
        options.stream().filter(PackagedMock::isArgument).forEach(command::add);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            removeSettings(builder);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = new Thread(this::readLog, "log of the packaged mock");
        reader.setDaemon(true);
        reader.start();
    }

    /** Keeps the settings of a developer from the mock. */
    static void removeSettings(ProcessBuilder mock) {
        mock.environment().keySet().removeIf(name -> name.startsWith("CASES_") || name.startsWith("QUARKUS_"));
    }

    // Whether it is an argument of the program, not an option of Java.
    private static boolean isArgument(String option) {
        return option.startsWith("--");
    }

    /** Returns the mock with default world and settings and with TLS, the same for the whole run. */
    public static synchronized PackagedMock shared() {
        if (shared == null) {
            shared = startWithTls();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Returns the same on NIO. */
    public static synchronized PackagedMock sharedOnNio() {
        if (sharedOnNio == null) {
            sharedOnNio = startWithTls(ON_NIO);
            Runtime.getRuntime().addShutdownHook(new Thread(sharedOnNio::close));
        }
        return sharedOnNio;
    }

    /** Starts a mock with options such as {@code -Dcases.fixtures=…}, and waits until it serves. */
    public static PackagedMock start(String... options) {
        return start(Path.of(System.getProperty("java.home")), options);
    }

    /** Starts a mock that also serves TLS. */
    public static PackagedMock startWithTls(String... options) {
        return start(
                Stream.concat(TlsKeys.options().stream(), Stream.of(options)).toArray(String[]::new));
    }

    /** Starts a mock with another JDK. */
    public static PackagedMock start(Path javaHome, String... options) {
        PackagedMock mock = new PackagedMock(javaHome, List.of(options));
        mock.awaitEndpoints();
        return mock;
    }

    /** Starts a mock without waiting for it. */
    public static PackagedMock starting(String... options) {
        return new PackagedMock(Path.of(System.getProperty("java.home")), List.of(options));
    }

    /** Starts a mock that is expected to fail, and returns its log. */
    public static Ended startExpectingFailure(String... options) {
        PackagedMock mock = new PackagedMock(Path.of(System.getProperty("java.home")), List.of(options));
        try {
            if (!mock.process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the mock started nevertheless:\n" + mock.log());
            }
            mock.reader.join();
            return new Ended(mock.process.exitValue(), mock.log());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } finally {
            mock.close();
        }
    }

    public URI endpoint() {
        if (endpoint == null) {
            throw new IllegalStateException("not started");
        }
        return endpoint;
    }

    public URI secureEndpoint() {
        if (secureEndpoint == null) {
            throw new IllegalStateException("not started with TLS");
        }
        return secureEndpoint;
    }

    public long pid() {
        return process.pid();
    }

    /** Closes its standard input. */
    public void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Sends SIGTERM, and returns at once. */
    public void terminate() {
        // By its handle: Process.destroy would also close the log, and lose the last lines.
        process.toHandle().destroy();
    }

    /** Sends SIGKILL, and waits for its end. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(START_LIMIT);
    }

    /** Waits for its end, and returns the exit code. */
    public int awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the mock did not end within %s:%n%s".formatted(limit, log()));
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Returns everything that it has printed so far. */
    public String log() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private void awaitEndpoints() {
        Matcher listening = LISTENING.matcher(awaitLine("Listening on: "));
        if (!listening.find()) {
            close();
            throw new IllegalStateException("no endpoint:\n" + log());
        }
        endpoint = URI.create("http://localhost:" + listening.group(1));
        secureEndpoint = listening.group(2) == null ? null : URI.create("https://localhost:" + listening.group(2));
    }

    /** Waits up to the start limit for a line that contains this text. */
    public String awaitLine(String part) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (System.nanoTime() < deadline && (process.isAlive() || !lines.isEmpty())) {
                String line = lines.poll(100, TimeUnit.MILLISECONDS);
                if (line != null && line.contains(part)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        close();
        throw new IllegalStateException("the packaged mock did not say '%s':%n%s".formatted(part, log()));
    }

    private void readLog() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                synchronized (log) {
                    log.add(line);
                }
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("the log ended: " + e.getMessage());
        }
    }

    /** The end of a process that was expected to fail. */
    public record Ended(int exitCode, String log) {}
}
