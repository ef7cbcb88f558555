package dev.casesaudit.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server with a port and data of its own, which tests can stop, kill, suspend and start again. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ADMINISTRATION = "postgres";

    // Below those that systems give to clients: one of them could have the port while the server is down.
    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int MOST_PORTS = 100;

    // Shared by all tests that neither end nor suspend it.
    private static @Nullable PostgresServer shared;

    private final PostgresPrograms programs;
    private final Path folder;
    private final Path data;
    private final Path log;
    private final int port;
    private final boolean isDurable;
    private final Thread closing = new Thread(this::end, "end of PostgreSQL");
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Process process;

    private PostgresServer(PostgresPrograms programs, boolean isDurable) throws IOException {
        this.programs = programs;
        this.isDurable = isDurable;
        folder = Files.createTempDirectory("cases-audit-postgresql-");
        Runtime.getRuntime().addShutdownHook(closing);
        give(folder);
        data = folder.resolve("data");
        log = folder.resolve("log");
        // Everything that depends on the machine is set: its locale, its users, its time zone.
        run(programs.command(
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + PostgresDatabase.USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--no-locale",
                        "--no-sync")));
        port = freePort();
        start();
    }

    /**
     * Returns the server of this JVM, which waits for no disk; skips the test where the machine has no PostgreSQL.
     */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = create(false);
        }
        return shared;
    }

    /**
     * Starts a server for one test alone, on which everything committed is on the disk; skips the test where the machine
     * has no PostgreSQL.
     */
    public static PostgresServer durable() {
        return create(true);
    }

    private static PostgresServer create(boolean isDurable) {
        Optional<PostgresPrograms> programs = PostgresPrograms.find();
        assumeTrue(
                programs.isPresent(), "no PostgreSQL: install postgresql, or put its initdb and postgres in the PATH");
        try {
            return new PostgresServer(programs.get(), isDurable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        for (int i = 0; i < MOST_PORTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                // Somebody has it.
            }
        }
        throw new IOException("no free port");
    }

    /** Makes an empty database. */
    public PostgresDatabase newDatabase() {
        PostgresDatabase made = new PostgresDatabase(port, "test_" + databases.incrementAndGet());
        administration().execute("CREATE DATABASE " + made.name());
        return made;
    }

    /** Returns the database in which others are made. */
    public PostgresDatabase administration() {
        return new PostgresDatabase(port, ADMINISTRATION);
    }

    /** Starts it again, on the same port and data. */
    public void start() {
        try {
            process = new ProcessBuilder(programs.command(
                            "postgres",
                            List.of(
                                    "-D",
                                    data.toString(),
                                    "-p",
                                    String.valueOf(port),
                                    "-c",
                                    "listen_addresses=127.0.0.1",
                                    "-c",
                                    "unix_socket_directories=",
                                    "-c",
                                    "timezone=UTC",
                                    "-c",
                                    "max_connections=200",
                                    "-c",
                                    "fsync=" + (isDurable ? "on" : "off"))))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            awaitConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitConnections() throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try (Connection connection = administration().connect()) {
                if (connection.isValid(0)) {
                    return;
                }
            } catch (SQLException e) {
                if (!isRunning() || System.nanoTime() > deadline) {
                    throw new IOException("PostgreSQL did not start:\n" + Files.readString(log), e);
                }
            }
            pause();
        }
    }

    /** Whether it was started, and neither ended by itself nor was ended. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends it in order: what is in progress is rolled back, and its clients are told. */
    public void stop() {
        ProcessHandle first = running().toHandle();
        signal("INT", first);
        await(List.of(first));
    }

    /** Ends all its processes at once, as a failure of the machine does. */
    public void kill() {
        List<ProcessHandle> all = suspend();
        all.forEach(ProcessHandle::destroyForcibly);
        await(all);
    }

    /** Lets its processes exist without doing anything, until {@link #resume}; returns them. */
    public List<ProcessHandle> suspend() {
        ProcessHandle first = running().toHandle();
        // Before the others, since it starts more of them.
        signal("STOP", first);
        List<ProcessHandle> all = new ArrayList<>(List.of(first));
        first.descendants().forEach(all::add);
        all.forEach(one -> signal("STOP", one));
        return all;
    }

    public void resume() {
        ProcessHandle first = running().toHandle();
        first.descendants().forEach(one -> signal("CONT", one));
        signal("CONT", first);
    }

    /** Returns the place of files that its user may write, and that are deleted with it. */
    public Path newFolder(String name) {
        try {
            Path made = Files.createDirectory(folder.resolve(name));
            give(made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes its user the owner of a folder. */
    public void give(Path owned) throws IOException {
        if (programs.user().isPresent()) {
            Files.setOwner(
                    owned,
                    owned.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(programs.user().get()));
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("PostgreSQL does not run");
        }
        return process;
    }

    // Java sends no other signals than those that end a process.
    private static void signal(String name, ProcessHandle process) {
        try {
            run(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", name, String.valueOf(process.pid())));
        } catch (IllegalStateException e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    private static void await(List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL did not end");
            }
            pause();
        }
    }

    // Nothing tells when a server is ready, or a process of somebody else has ended.
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process program =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            program.getOutputStream().close();
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (program.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Ends it, and deletes its data. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(closing);
        end();
    }

    private void end() {
        if (isRunning()) {
            kill();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
