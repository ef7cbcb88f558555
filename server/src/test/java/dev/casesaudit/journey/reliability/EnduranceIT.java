package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.reliability.Samples.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mock at a steady rate, with everything it offers in use, in a heap that a leak would soon fill. */
class EnduranceIT {

    private static final int CLIENTS = 4;

    // A whole errand, of some 20 requests, of each client.
    private static final int EVERY_MILLIS = Integer.getInteger("reliability.every", 600);

    private static final Duration LENGTH = Duration.ofSeconds(Effort.of(4, 600));
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(Effort.of(1, 5));
    private static final Duration BETWEEN_RESETS = Duration.ofSeconds(Effort.of(2, 60));
    private static final double FLAT_PERCENT = 10;

    private final List<Sample> looks = new ArrayList<>();
    private final ReadWriteLock resets = new ReentrantReadWriteLock();
    private final AtomicInteger errands = new AtomicInteger();

    @Test
    void staysCorrectWithFlatMemory() throws InterruptedException {
        String compiler = Effort.isLong() ? "-XX:TieredStopAtLevel=4" : "-XX:TieredStopAtLevel=1";
        try (PackagedMock mock = PackagedMock.start("-Xmx128m", compiler)) {
            LocalClient client = new LocalClient(mock.endpoint());
            ProcessHandle process = ProcessHandle.of(mock.pid()).orElseThrow();
            long cpuBefore = cpuMillis(process);

            List<ScheduledFuture<?>> tasks = run(client, mock.pid());

            double seconds = LENGTH.toSeconds();
            Samples samples = new Samples(looks);
            new MemoryPlot(samples).write(Path.of("target", "reliability", "endurance.svg"));
            Figures.of("endurance")
                    .put("seconds", seconds)
                    .put("errands", errands.get())
                    .put("requests a second", client.sent() / seconds)
                    .put("share of one core in %", (cpuMillis(process) - cpuBefore) / seconds / 10)
                    .put("resident KiB, second fifth", samples.median(2, Sample::resident))
                    .put("resident KiB, last fifth", samples.median(Samples.FIFTHS, Sample::resident))
                    .put("resident growth in %", samples.growthPercent(Sample::resident))
                    .put("live KiB, second fifth", samples.median(2, Sample::live))
                    .put("live KiB, last fifth", samples.median(Samples.FIFTHS, Sample::live))
                    .put("live growth in %", samples.growthPercent(Sample::live))
                    .write();
            assertThat(tasks).allSatisfy(EnduranceIT::requireNoFailure);
            // A few looks in the short form say nothing of a trend.
            if (Effort.isLong()) {
                assertThat(samples.growthPercent(Sample::live)).isLessThan(FLAT_PERCENT);
                assertThat(samples.growthPercent(Sample::resident)).isLessThan(FLAT_PERCENT);
            }
            assertThat(mock.log()).doesNotContain("ERROR", "OutOfMemory");
        }
    }

    private List<ScheduledFuture<?>> run(LocalClient client, long pid) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(CLIENTS + 2);
        List<ScheduledFuture<?>> tasks = new ArrayList<>();
        List<RandomClient> clients = IntStream.range(0, CLIENTS)
                .mapToObj(
                        i -> new RandomClient(client, String.format(Locale.ROOT, "endurance-%d", i), Effort.seed() + i))
                .toList();
        clients.forEach(RandomClient::prepare);
        try {
            clients.forEach(one -> tasks.add(again(threads, Duration.ofMillis(EVERY_MILLIS), () -> runOne(one))));
            long began = System.nanoTime();
            tasks.add(again(threads, BETWEEN_LOOKS, () -> look(pid, began)));
            tasks.add(again(threads, BETWEEN_RESETS, () -> reset(client, clients)));
            tasks.add(threads.schedule(over::countDown, LENGTH.toMillis(), TimeUnit.MILLISECONDS));
            over.await();
        } finally {
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        return tasks;
    }

    private static ScheduledFuture<?> again(ScheduledExecutorService threads, Duration pause, Runnable task) {
        return threads.scheduleAtFixedRate(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runOne(RandomClient client) {
        resets.readLock().lock();
        try {
            client.run();
        } finally {
            resets.readLock().unlock();
        }
        errands.incrementAndGet();
    }

    // All that clients have put is gone then, so none may be in the middle of an errand.
    private void reset(LocalClient client, List<RandomClient> clients) {
        resets.writeLock().lock();
        try {
            client.control("DELETE", "state");
            clients.forEach(RandomClient::prepare);
        } finally {
            resets.writeLock().unlock();
        }
    }

    private void look(long pid, long began) {
        looks.add(new Sample(
                (System.nanoTime() - began) / 1e9, MemoryOf.residentKibibytes(pid), LiveHeap.kibibytes(pid)));
    }

    // A task that is done without being cancelled has failed; its exception tells why.
    private static void requireNoFailure(ScheduledFuture<?> task) throws ExecutionException, InterruptedException {
        if (!task.isCancelled()) {
            task.get();
        }
    }

    private static long cpuMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }
}
