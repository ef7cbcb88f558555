package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.TWO_PAGES;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mock with short timeouts, shared by the tests of greedy clients except those that fill it. */
final class ImpatientMock {

    static final Duration READ = Duration.ofMillis(Effort.of(800, 5_000));
    static final Duration IDLE = Duration.ofMillis(Effort.of(1_200, 8_000));

    private static @Nullable PackagedMock mock;
    private static @Nullable PackagedMock mockOnNio;

    private ImpatientMock() {}

    private static synchronized PackagedMock shared() {
        if (mock == null) {
            mock = startShared();
        }
        return mock;
    }

    private static synchronized PackagedMock sharedOnNio() {
        if (mockOnNio == null) {
            mockOnNio = startShared(PackagedMock.ON_NIO);
        }
        return mockOnNio;
    }

    private static PackagedMock startShared(String... options) {
        PackagedMock started = start(Stream.concat(
                        Stream.of(String.format(Locale.ROOT, "-Dcases.limits.idle=%dms", IDLE.toMillis())),
                        Stream.of(options))
                .toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    static PackagedMock start(String... options) {
        PackagedMock started = PackagedMock.startWithTls(Stream.concat(
                        Stream.of(
                                "-XX:TieredStopAtLevel=" + Effort.of(1, 4),
                                String.format(Locale.ROOT, "-Dcases.limits.read=%dms", READ.toMillis())),
                        Stream.of(options))
                .toArray(String[]::new));
        warmUp(started.endpoint());
        return started;
    }

    // The cost of the first requests belongs to the start.
    private static void warmUp(URI endpoint) {
        try (RawConnection connection = RawConnection.underLoad(endpoint)) {
            for (int i = 0; i < Effort.of(100, 20_000); i++) {
                connection.send(RawConnection.post(TWO_PAGES, "{}")).read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a greedy client while a well-behaved one must get only correct responses: first without TLS, then with it and on NIO.
     */
    static void withBystander(String kind, Greed greed) throws IOException, InterruptedException, ExecutionException {
        withBystander(shared().endpoint(), kind, greed);
        withBystander(sharedOnNio().secureEndpoint(), kind + "-tls", greed);
    }

    /** The same with a given mock. */
    static void withBystander(PackagedMock one, String kind, Greed greed)
            throws IOException, InterruptedException, ExecutionException {
        withBystander(one.endpoint(), kind, greed);
        withBystander(one.secureEndpoint(), kind + "-tls", greed);
    }

    /** The same with one endpoint. */
    static void withBystander(URI endpoint, String kind, Greed greed)
            throws IOException, InterruptedException, ExecutionException {
        Figures figures = Figures.of("greedy-" + kind);
        try (Bystander bystander = Bystander.of(endpoint)) {
            long start = System.nanoTime();
            greed.run(endpoint);
            bystander.finish(kind, figures);
            figures.put(kind + ": seconds", (System.nanoTime() - start) / 1e9);
        }
        figures.write();
    }

    /** A greedy client. */
    @FunctionalInterface
    interface Greed {
        void run(URI endpoint) throws IOException, InterruptedException, ExecutionException;
    }
}
