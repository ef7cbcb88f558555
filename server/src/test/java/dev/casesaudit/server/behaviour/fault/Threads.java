package dev.casesaudit.server.behaviour.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Work that many threads do at once. */
public final class Threads {

    private Threads() {}

    /** Runs each piece of work in a thread of its own, and returns the results. */
    public static <T> List<T> together(Stream<Callable<T>> work) throws InterruptedException, ExecutionException {
        List<Callable<T>> pieces = work.collect(Collectors.toList());
        ExecutorService threads = Executors.newFixedThreadPool(pieces.size());
        try {
            CountDownLatch start = new CountDownLatch(pieces.size());
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> piece : pieces) {
                running.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return piece.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns how often the threads got true, where each asks so many times. */
    public static long count(int threads, int times, BooleanSupplier question)
            throws InterruptedException, ExecutionException {
        Callable<Long> ask = () ->
                IntStream.range(0, times).filter(i -> question.getAsBoolean()).count();
        return together(Stream.generate(() -> ask).limit(threads)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
