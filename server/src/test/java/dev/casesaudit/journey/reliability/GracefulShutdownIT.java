package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.RawConnection.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GracefulShutdownIT {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private int stops;
    private long answers;
    private long failed;
    private long turnedAway;
    private double longest;

    @Test
    void respondsToAcceptedRequestsBeforeItEnds() throws IOException, InterruptedException {
        try {
            for (int round = 0; round < Effort.of(1, 10); round++) {
                stopUnderLoad(PackagedMock::endpoint);
            }
            stopUnderLoad(PackagedMock::secureEndpoint, PackagedMock.ON_NIO);
        } finally {
            Figures.of("stopping")
                    .put("stops under load", stops)
                    .put("answers", answers)
                    .put("failed", failed)
                    .put("new connections turned away", turnedAway)
                    .put("longest stop, seconds", longest)
                    .write();
        }
    }

    private void stopUnderLoad(Function<PackagedMock, URI> endpoint, String... options)
            throws IOException, InterruptedException {
        String compiler = "-XX:TieredStopAtLevel=" + Effort.of(1, 4);
        try (PackagedMock mock = PackagedMock.startWithTls(
                        Stream.concat(Stream.of(compiler), Stream.of(options)).toArray(String[]::new));
                RawConnection slow = RawConnection.underLoad(endpoint.apply(mock));
                ShutdownLoad load = ShutdownLoad.of(endpoint.apply(mock), Effort.of(8, 32))) {
            load.awaitWarm();
            slow.send(post(EMPTY, "{}", "x-mock-fault: latency(700ms)"));
            long start = System.nanoTime();
            load.expectStop();
            mock.terminate();

            List<String> failures = new ArrayList<>(load.failures());
            failures.addAll(failuresOf(slow));
            stops++;
            answers += load.answers();
            failed += failures.size();
            turnedAway += load.turnedAway();
            assertThat(failures).isEmpty();
            assertThat(mock.awaitEnd(Duration.ofSeconds(30))).isEqualTo(SIGTERM);
            longest = Math.max(longest, (System.nanoTime() - start) / 1e9);
        }
    }

    private static List<String> failuresOf(RawConnection slow) {
        try {
            int status = slow.read().status();
            return status == 200
                    ? List.of()
                    : List.of(String.format(Locale.ROOT, "expected the slow answer, got %d", status));
        } catch (IOException e) {
            return List.of("expected the slow answer, got %s".formatted(e));
        }
    }

    @Test
    void endsInTimeAlthoughAnAnswerHangs() throws IOException {
        try (PackagedMock mock = PackagedMock.start("-Dcases.limits.stopping=300ms");
                RawConnection hanging = RawConnection.underLoad(mock.endpoint())) {
            hanging.send(post(EMPTY, "{}", "x-mock-fault: hang"));
            try (RawConnection other = RawConnection.underLoad(mock.endpoint())) {
                assertThat(other.send(post(EMPTY, "{}")).read().status()).isEqualTo(200);
            }
            mock.terminate();

            assertThat(mock.awaitEnd(Duration.ofSeconds(30))).isEqualTo(SIGTERM);
            assertThat(mock.log()).contains("cases.limits.stopping").contains("some requests are not answered");
        }
    }

    @Test
    void endsInTimeWhileItLoads() throws IOException {
        String cases = IntStream.range(0, 8)
                .mapToObj("c%d: {generate: {events: 1000000, seed: 1}}"::formatted)
                .collect(Collectors.joining(", "));
        Path file = Files.writeString(folder.resolve("d.yaml"), "{domain: d, cases: {%s}}".formatted(cases));
        try (PackagedMock mock = PackagedMock.starting("-Dcases.fixtures=" + file, "-Xmx1g")) {
            mock.awaitLine("events generated");
            long start = System.nanoTime();
            mock.terminate();

            assertThat(mock.awaitEnd(Duration.ofSeconds(10))).isEqualTo(SIGTERM);
            assertThat(mock.log())
                    .containsPattern("Loading fixtures: 0 of 1 files, 0 MB read, [0-9,]+ events generated")
                    .contains("The mock was told to stop while it loaded fixtures.")
                    .doesNotContain("\tat ", "Listening on");
            Figures.of("stopping-load")
                    .put("stop while 8,000,000 events are generated, seconds", (System.nanoTime() - start) / 1e9)
                    .write();
        }
    }

    @Test
    void endsInTimeAlthoughHandshakesDoNot() throws IOException {
        try (PackagedMock mock = PackagedMock.startWithTls("-Dcases.limits.stopping=1h");
                RawConnection silent = RawConnection.withoutTls(mock.secureEndpoint());
                RawConnection begun = RawConnection.withoutTls(mock.secureEndpoint());
                RawConnection idle = RawConnection.underLoad(mock.secureEndpoint())) {
            begun.send("\u0016");
            mock.terminate();

            assertThat(mock.awaitEnd(Duration.ofSeconds(30))).isEqualTo(SIGTERM);
            assertThat(idle.isClosedCleanly()).isTrue();
            assertThat(silent.isClosedCleanly()).isTrue();
        }
    }

    @Test
    void keepsItsWorldWhenTheFixturesVanish() throws IOException {
        Path fixtures = Files.createDirectory(folder.resolve("fixtures"));
        Path file = Files.writeString(
                fixtures.resolve("d.yaml"), "{domain: d, cases: {c: {generate: {events: 3, seed: 1}}}}");
        String ask = post("/domains/d/cases/c/audit-history", "{}");
        try (PackagedMock mock = PackagedMock.start("-Dcases.fixtures=" + fixtures);
                RawConnection client = RawConnection.underLoad(mock.endpoint())) {
            String page = client.send(ask).read().text();
            Files.delete(file);
            Files.delete(fixtures);

            client.send("DELETE /_mock/domains/d HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.read().status()).isLessThan(300);
            client.send("DELETE /_mock/state HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.read().status()).isEqualTo(204);
            assertThat(client.send(ask).read().text()).isEqualTo(page);
        }
    }
}
