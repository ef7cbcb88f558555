package dev.casesaudit.benchmark.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A measured server: its process, and the resources that it uses. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    // Java may have a cache to write.
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private static final int POLL_MILLIS = 2;
    private static final int READ_LIMIT_MILLIS = 10_000;

    private final Process process;
    private final Path log;
    private final int port;
    private final Duration start;

    private ServerProcess(Process process, Path log, int port, Duration start) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.start = start;
    }

    /** Starts a server, and waits for the first 200 to a request. */
    static ServerProcess start(List<String> command, Path log, int port, Request request)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // The settings of a developer must not reach this mock.
        builder.environment().keySet().removeIf(name -> name.startsWith("CASES_") || name.startsWith("QUARKUS_"));
        // Beside the log, so that the archives of mocks in use are left alone.
        builder.environment()
                .put(
                        "XDG_CACHE_HOME",
                        log.resolveSibling("caches").toAbsolutePath().toString());
        byte[] encoded = request.encode();
        long began = System.nanoTime();
        Process process = builder.start();
        // An interrupted benchmark must not leave servers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (System.nanoTime() - began < START_LIMIT.toNanos() && process.isAlive()) {
            if (answers(port, encoded)) {
                return new ServerProcess(process, log, port, Duration.ofNanos(System.nanoTime() - began));
            }
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("%s did not start:%n%s".formatted(command, Files.readString(log)));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    // With a socket: an HTTP client would take longer than the start that is measured, and polling would take CPU time
    // from the server.
    private static boolean answers(int port, byte[] request) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(READ_LIMIT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), READ_LIMIT_MILLIS);
            socket.getOutputStream().write(request);
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return status != null && status.startsWith("HTTP/1.1 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    public String endpoint() {
        return "http://localhost:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Returns the time from the command to the first 200. */
    public Duration start() {
        return start;
    }

    /** Returns the CPU time so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Returns the resident memory in MB. */
    public double residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /** Returns the peak of the resident memory in MB. */
    public double peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    private double status(String line) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(candidate -> candidate.startsWith(line))
                            .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")) * 1024)
                            .findFirst()
                            .orElseThrow()
                    / 1e6;
        }
    }

    /** Returns the output so far. */
    public List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
