package dev.casesaudit.journey;

import dev.casesaudit.postgresql.PostgresDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Packaged mocks that keep one world in a database, as behind a load balancer. */
public final class Replicas implements AutoCloseable {

    // Replicas with the same key accept each other's page tokens.
    private static final String KEY = "-Dcases.token.key=a key that the replicas of a test share";

    private final String[] options;
    private final List<PackagedMock> mocks = new ArrayList<>();

    private Replicas(String[] options) {
        this.options = options;
    }

    /** Starts replicas at the same time: all of them want to make the tables and load the fixtures. */
    public static Replicas start(int count, PostgresDatabase database, String... options) {
        Replicas replicas = new Replicas(Stream.of(new String[] {KEY}, database.options(), options)
                .flatMap(Stream::of)
                .toArray(String[]::new));
        List<CompletableFuture<PackagedMock>> starts = IntStream.range(0, count)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> PackagedMock.start(replicas.options)))
                .toList();
        try {
            starts.forEach(one -> replicas.mocks.add(one.join()));
            return replicas;
        } catch (CompletionException e) {
            for (CompletableFuture<PackagedMock> one : starts) {
                one.handle((mock, failure) -> mock)
                        .thenAccept(mock -> {
                            if (mock != null) {
                                mock.close();
                            }
                        })
                        .join();
            }
            throw e;
        }
    }

    /** Returns a replica. The numbers go round, so that a counter goes through all of them. */
    public synchronized PackagedMock get(int number) {
        return mocks.get(Math.floorMod(number, mocks.size()));
    }

    public synchronized List<PackagedMock> all() {
        return List.copyOf(mocks);
    }

    /** Kills a replica, and starts another in its place. */
    public void replace(int number) {
        get(number).kill();
        PackagedMock next = PackagedMock.start(options);
        synchronized (this) {
            mocks.set(Math.floorMod(number, mocks.size()), next);
        }
    }

    @Override
    public void close() {
        all().forEach(PackagedMock::close);
    }
}
