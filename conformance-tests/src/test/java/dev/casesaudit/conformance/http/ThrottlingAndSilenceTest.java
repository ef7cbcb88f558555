package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The probe on targets that throttle, hang or disappear, with a clock that does not wait. */
class ThrottlingAndSilenceTest {

    private static final Request KNOWN = Request.auditHistory("d", "known");
    private static final Request OTHER = Request.auditHistory("d", "other");
    private static final Limits LIMITS = new Limits(0, 5000, Duration.ofSeconds(10), Duration.ofMinutes(5));

    private final SimulatedTime time = new SimulatedTime();

    // ---- throttling

    @ParameterizedTest
    @CsvSource({"429, 5, 5", "503, 5, 5", "429, 10, 1", "503, 20, 40", "429, 2, 2"})
    void findsTheRateLimitOfTheTarget(int status, double rate, int burst) throws Exception {
        Bucket bucket = new Bucket(rate, burst);
        List<Integer> statuses = new ArrayList<>();
        try (Probe probe = probe(request -> {
            int response = bucket.take() ? 200 : status;
            statuses.add(response);
            return response(response);
        })) {
            for (int i = 0; i < 300; i++) {
                assertThat(probe.send(Request.auditHistory("d", "c" + i))
                                .response()
                                .status())
                        .isEqualTo(200);
            }
        }

        assertThat(statuses.stream().filter(one -> one == status).count()).isLessThan(60);
        assertThat(time.seconds()).isLessThan(300 / rate * 2.5);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 7, 7",
        "retry-after, '0.5', 0.5",
        "retry-after, 'Fri, 27 Nov 2026 10:00:09 GMT', 9",
        "x-amz-retry-after, 2500, 2.5",
    })
    void waitsAsLongAsItIsAsked(String name, String value, double seconds) throws Exception {
        Map<String, String> headers = Map.of(name, value, "date", "Fri, 27 Nov 2026 10:00:00 GMT");
        try (Probe probe = probe(request -> time.seconds() < seconds ? response(429, headers) : response(200))) {
            assertThat(probe.send(OTHER).response().status()).isEqualTo(200);
            assertThat(probe.count()).isEqualTo(2);
        }

        assertThat(time.seconds()).isBetween(seconds, seconds + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "Fri, 27 Nov 2026 09:00:00 GMT", "99999999999999999999"})
    void waitsWithoutRetryAfterToo(String value) throws Exception {
        Map<String, String> headers = Map.of("retry-after", value, "date", "Fri, 27 Nov 2026 10:00:00 GMT");
        try (Probe probe = probe(request -> time.seconds() < 0.5 ? response(503, headers) : response(200))) {
            assertThat(probe.send(OTHER).response().status()).isEqualTo(200);
        }
    }

    @Test
    void oneRequestThatIsAlwaysThrottledSlowsDownNoOther() throws Exception {
        try (Probe probe = probe(request -> response(request.target().equals(OTHER.target()) ? 429 : 200))) {
            probe.send(KNOWN);
            assertThat(probe.send(OTHER).response().status()).isEqualTo(429);
            double before = time.seconds();
            for (int i = 0; i < 100; i++) {
                probe.send(Request.auditHistory("d", "c" + i));
            }

            assertThat(before).isLessThan(2);
            assertThat(time.seconds() - before).isLessThan(1);
        }
    }

    @Test
    void throttlingThatIsLookedAtIsSeenAtOnce() throws Exception {
        try (Probe probe = probe(request -> response(429))) {
            assertThat(probe.send(OTHER.notRetried()).response().status()).isEqualTo(429);
            assertThat(probe.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "3600"})
    void aTargetThatThrottlesAtAnyPaceEndsTheRunWithAdviceOnTheRate(String retryAfter) throws Exception {
        try (Probe probe = probe(
                request -> time.seconds() < 0.02 ? response(200) : response(429, Map.of("retry-after", retryAfter)))) {
            probe.send(KNOWN);
            time.sleep(Duration.ofMillis(20));

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> probe.send(OTHER))
                        .isInstanceOf(ProbeFailure.LimitReached.class)
                        .hasMessageContaining("429")
                        .hasMessageContaining("--rate");
            }
        }

        assertThat(time.seconds()).isLessThan(61);
    }

    @Test
    void aRunThatIsSlowedDownBeyondItsTimeNamesTheRateToo() throws Exception {
        Bucket bucket = new Bucket(0.5, 1);
        try (Probe probe = probe(request -> response(bucket.take() ? 200 : 429))) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            probe.send(Request.auditHistory("d", "c" + i));
                        }
                    })
                    .isInstanceOf(ProbeFailure.LimitReached.class)
                    .hasMessageContaining("--time-limit")
                    .hasMessageContaining("--rate");
        }
    }

    // ---- silence

    @Test
    void aTargetThatHangsOnOneKindOfInputIsStillThereForOthers() throws Exception {
        try (Probe probe = probe(request -> request.target().contains("hang") ? late() : response(200))) {
            probe.send(KNOWN);
            for (int i = 0; i < 60; i++) {
                Request timedOut = Request.auditHistory("d", "hang" + i);
                assertThatThrownBy(() -> probe.send(timedOut))
                        .isInstanceOfSatisfying(
                                ProbeFailure.NoResponse.class,
                                failure -> assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.TIMEOUT));
                assertThat(probe.send(Request.auditHistory("d", "c" + i))
                                .response()
                                .status())
                        .isEqualTo(200);
            }
        }

        assertThat(time.seconds()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTargetThatIsGoneEndsTheRun(boolean hangs) throws Exception {
        try (Probe probe = probe(request -> {
            if (time.seconds() < 1) {
                return response(200);
            }
            return hangs ? late() : refused();
        })) {
            probe.send(KNOWN);
            time.sleep(Duration.ofSeconds(1));
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> probe.send(OTHER))
                        .isInstanceOf(ProbeFailure.LimitReached.class)
                        .hasMessageContaining("gone");
            }

            assertThat(probe.count()).isLessThan(6);
        }

        assertThat(time.seconds()).isLessThan(60);
    }

    @Test
    void aTargetThatIsRestartedIsAskedAgain() throws Exception {
        try (Probe probe = probe(request -> time.seconds() >= 1 && time.seconds() < 2.5 ? refused() : response(200))) {
            probe.send(KNOWN);
            time.sleep(Duration.ofSeconds(1));

            assertThat(probe.send(OTHER).response().status()).isEqualTo(200);
        }
    }

    private Reply.Response late() throws IOException {
        throw new SocketTimeoutException("late");
    }

    private static Reply.Response refused() throws IOException {
        throw new ConnectException("refused");
    }

    private static Reply.Response response(int status) {
        return response(status, Map.of());
    }

    private static Reply.Response response(int status, Map<String, String> headers) {
        List<Header> lines = headers.entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue()))
                .toList();
        return new Reply.Response(status, lines, Content.of("{}"), Duration.ofMillis(2));
    }

    private interface Target {
        Reply.Response response(Request request) throws IOException;
    }

    private Probe probe(Target target) throws Exception {
        Transport lane = new Transport() {
            @Override
            public Reply.Response send(Request request, Duration timeout) throws IOException {
                time.sleep(Duration.ofMillis(2));
                try {
                    return target.response(request);
                } catch (SocketTimeoutException e) {
                    time.sleep(timeout);
                    throw e;
                }
            }

            @Override
            public void close() {
                // No server listens on this port.
            }
        };
        return new Probe(lane, Connector.to(URI.create("http://localhost:1"), Map.of()), Signer.NONE, LIMITS, time);
    }

    /** A usual rate limit. */
    private final class Bucket {

        private final double rate;
        private final int burst;
        private double tokens;
        private double at;

        Bucket(double rate, int burst) {
            this.rate = rate;
            this.burst = burst;
            this.tokens = burst;
        }

        boolean take() {
            tokens = Math.min(burst, tokens + (time.seconds() - at) * rate);
            at = time.seconds();
            boolean there = tokens >= 1;
            tokens -= there ? 1 : 0;
            return there;
        }
    }

    private static final class SimulatedTime implements Time {

        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            nanos += duration.toNanos();
        }

        double seconds() {
            return nanos / 1e9;
        }
    }
}
