package dev.casesaudit.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.behaviour.fault.Threads;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    private static final int MANY = 2_000_000;

    private final FakeClock clock = new FakeClock(0);

    @Test
    void startsWithItsBurst() {
        assertThat(taken(bucket(10, 5), 20)).isEqualTo(5);
    }

    @Test
    void refillsTokenByToken() {
        TokenBucket bucket = bucket(10, 5);
        taken(bucket, 5);

        clock.pass(Duration.ofMillis(100).minusNanos(1_000));
        assertThat(bucket.take()).isFalse();
        clock.pass(1_000);
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
        clock.pass(Duration.ofMillis(350));
        assertThat(taken(bucket, 20)).isEqualTo(3);
        clock.pass(Duration.ofMillis(50));
        assertThat(taken(bucket, 20)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 24, 365 * 24 * 200L})
    void neverHoldsMoreThanItsBurst(long hours) {
        TokenBucket bucket = bucket(10, 5);
        taken(bucket, 3);
        clock.pass(Duration.ofHours(hours));

        assertThat(taken(bucket, 20)).isEqualTo(5);
    }

    @Test
    void losesNothingToThoseItRefuses() {
        TokenBucket bucket = bucket(3, 1);
        long taken = IntStream.range(0, 1_000_000)
                .filter(i -> {
                    clock.pass(1_000);
                    return bucket.take();
                })
                .count();

        assertThat(taken).isEqualTo(1 + 2);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.3, 7", "3, 2", "7, 100", "333.3, 10", "999999, 5", "1e6, 1000000"})
    void keepsToItsRateInTheLongRun(double rate, int burst) {
        TokenBucket bucket = bucket(rate, burst);
        assertThat(taken(bucket, MANY)).isEqualTo(burst);
        long taken = 0;
        // Steps in which about half a burst comes in, so that none is lost to a full bucket.
        long step = (long) (1e9 / rate * Math.max(0.5, burst / 2.0));
        long steps = Math.min(1_000, 400_000 / burst + 10);
        for (long i = 0; i < steps; i++) {
            clock.pass(step);
            taken += taken(bucket, MANY);
        }

        assertThat((double) taken).isBetween(steps * step * rate / 1e9 - 1.001, steps * step * rate / 1e9 + 0.001);
    }

    @Test
    void knowsVerySmallRates() {
        TokenBucket bucket = bucket(1e-9, 1_000_000_000);
        assertThat(taken(bucket, 10)).isEqualTo(10);
        TokenBucket single = bucket(1e-9, 1);
        assertThat(taken(single, 2)).isEqualTo(1);

        clock.pass(Duration.ofDays(11_000));
        assertThat(single.take()).isFalse();
        clock.pass(Duration.ofDays(600));
        assertThat(taken(single, 2)).isEqualTo(1);
        assertThat(taken(bucket(Double.MIN_VALUE, 1), 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e9, 7e8, 1e15, Double.MAX_VALUE})
    void knowsVeryBigRates(double rate) {
        TokenBucket bucket = bucket(rate, 10);

        assertThat(taken(bucket, 20)).isEqualTo(10);
        clock.pass(100);
        assertThat(taken(bucket, 20)).isEqualTo(10);
        assertThat(taken(bucket, 20)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 150_000_000, Long.MIN_VALUE, -1, -150_000_000})
    void goesOnWhereTheClockIsNegativeOrOverflows(long now) {
        clock.pass(now);
        TokenBucket bucket = bucket(10, 2);

        assertThat(taken(bucket, 5)).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMillis(100));
            assertThat(taken(bucket, 5)).isEqualTo(1);
        }
        clock.pass(Duration.ofMillis(900));
        assertThat(taken(bucket, 5)).isEqualTo(2);
    }

    @Test
    void isNoEmptierForAThreadThatReadTheClockEarlier() {
        clock.pass(Duration.ofSeconds(1));
        TokenBucket bucket = bucket(10, 1);
        clock.pass(Duration.ofMillis(50).negated());

        assertThat(taken(bucket, 2)).isEqualTo(1);
        clock.pass(Duration.ofMillis(149));
        assertThat(bucket.take()).isFalse();
        clock.pass(Duration.ofMillis(1));
        assertThat(bucket.take()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, 15", "5, 30", "2, 75", "100, 1"})
    void givesATokenAtTheNanosecondWhenItIsDue(double rate, long millis) {
        TokenBucket bucket = bucket(rate, 2);
        bucket.take();
        clock.pass(Duration.ofMillis(millis));
        bucket.take();
        clock.pass(Duration.ofSeconds(1).dividedBy((long) rate).minusMillis(millis));

        assertThat(bucket.take()).isTrue();
    }

    @Test
    void isFullBeforeATokenIsTakenAndAfterTheRefill() {
        TokenBucket bucket = bucket(10, 2);
        assertThat(bucket.isFull()).isTrue();
        bucket.take();
        assertThat(bucket.isFull()).isFalse();
        clock.pass(Duration.ofMillis(101));
        assertThat(bucket.isFull()).isTrue();
    }

    @Test
    void givesThreadsNoMoreAndNoLessThanItHas() throws InterruptedException, ExecutionException {
        TokenBucket bucket = bucket(1_000, 300_000);
        clock.pass(Duration.ofHours(1));
        assertThat(Threads.count(8, 100_000, bucket::take)).isEqualTo(300_000);
        clock.pass(Duration.ofSeconds(70));
        assertThat(Threads.count(8, 10_000, bucket::take)).isEqualTo(70_000);
    }

    @Test
    void requiresARateAndABurst() {
        assertThatThrownBy(() -> new Rate(0, 1)).hasMessage("expected a rate above 0, got 0.0");
        assertThatThrownBy(() -> new Rate(Double.NaN, 1)).hasMessage("expected a rate above 0, got NaN");
        assertThatThrownBy(() -> new Rate(Double.POSITIVE_INFINITY, 1))
                .hasMessage("expected a rate above 0, got Infinity");
        assertThatThrownBy(() -> new Rate(1, 0)).hasMessage("expected a burst of at least 1, got 0");
    }

    /** How many takes succeed, of at most so many. */
    private static int taken(TokenBucket bucket, int most) {
        int taken = 0;
        while (taken < most && bucket.take()) {
            taken++;
        }
        return taken;
    }

    private TokenBucket bucket(double rate, int burst) {
        return new TokenBucket(new Rate(rate, burst), clock);
    }
}
