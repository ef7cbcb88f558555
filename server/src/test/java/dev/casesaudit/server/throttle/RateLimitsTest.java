package dev.casesaudit.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.fault.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Rate SLOW = new Rate(1, 2);
    private static final Rate FAST = new Rate(100, 5);

    private final FakeClock clock = new FakeClock(-5);
    private RateLimits limits = new RateLimits(Optional.of(SLOW), clock);

    @Test
    void limitsEachDomainByItself() {
        assertThat(taken("a")).isEqualTo(2);
        assertThat(taken("b")).isEqualTo(2);
        clock.pass(Duration.ofSeconds(1));
        assertThat(taken("a")).isEqualTo(1);
        assertThat(taken("b")).isEqualTo(1);
    }

    @Test
    void refusesWithTheErrorOfTheLimit() {
        Outcome.ErrorResponse busy = FaultScript.parseError("error(503, message=busy)");
        limits = limits.with("a", new Rate(1, 1, busy));

        assertThat(limits.refusal("a")).isEmpty();
        assertThat(limits.refusal("a")).hasValue(busy);
        taken("b");
        assertThat(limits.refusal("b").map(Outcome.ErrorResponse::toString)).hasValue("Throttling");
    }

    @Test
    void limitsNothingByDefault() {
        RateLimits none = new RateLimits(Optional.empty(), clock);

        assertThat(IntStream.range(0, 1_000).allMatch(i -> none.take("a"))).isTrue();
        assertThat(none.everywhere()).isEmpty();
    }

    @Test
    void prefersTheLimitOfTheDomain() {
        limits = limits.with("a", FAST);

        assertThat(taken("a")).isEqualTo(5);
        assertThat(taken("b")).isEqualTo(2);
        limits = limits.without("a");
        assertThat(taken("a")).isEqualTo(2);
    }

    @Test
    void startsANewLimitWithAFullBucket() {
        taken("a");
        limits = limits.with("a", FAST);
        assertThat(taken("a")).isEqualTo(5);
        limits = limits.with("a", FAST);
        assertThat(taken("a")).isEqualTo(5);
        limits = limits.everywhere(Optional.of(new Rate(1, 3)));
        assertThat(taken("a")).isZero();
        assertThat(taken("b")).isEqualTo(3);
    }

    @Test
    void goesWithoutALimitForEveryDomain() {
        limits = limits.with("a", FAST);
        limits = limits.everywhere(Optional.empty());

        assertThat(taken("a")).isEqualTo(5);
        assertThat(taken("b")).isEqualTo(100);
    }

    @Test
    void listsTheConfiguredLimits() {
        limits = limits.with("b", FAST);
        limits = limits.with("a", SLOW);

        assertThat(limits.everywhere()).contains(SLOW);
        assertThat(limits.of("b")).contains(FAST);
        assertThat(limits.of("c")).isEmpty();
        assertThat(limits.list()).containsOnlyKeys("a", "b").containsEntry("a", SLOW);
        assertThat(limits.list().keySet()).containsExactly("a", "b");
    }

    @Test
    void restoresTheConfiguredLimits() {
        taken("a");
        limits = limits.with("b", FAST);
        limits = limits.everywhere(Optional.empty());
        limits = limits.restarted();

        assertThat(limits.everywhere()).contains(SLOW);
        assertThat(limits.list()).isEmpty();
        assertThat(taken("a")).isEqualTo(2);
        assertThat(taken("b")).isEqualTo(2);
    }

    @Test
    void keepsNoMoreBucketsThanItMayAndDropsOnlyFullOnes() {
        DomainBuckets buckets = new DomainBuckets(SLOW, clock);
        buckets.take("drained");
        clock.pass(Duration.ofMillis(500));
        buckets.take("drained");
        IntStream.range(1, DomainBuckets.MOST).forEach(i -> buckets.take("domain " + i));
        assertThat(buckets.size()).isEqualTo(DomainBuckets.MOST);

        // No bucket is full: new domains pass without one, and those that have one keep it.
        assertThat(IntStream.range(0, 10).allMatch(i -> buckets.take("newcomer")))
                .isTrue();
        assertThat(buckets.size()).isEqualTo(DomainBuckets.MOST);
        assertThat(buckets.take("domain 1")).isTrue();
        assertThat(buckets.take("domain 1")).isFalse();

        // All but two are full again.
        clock.pass(Duration.ofMillis(1_100));
        assertThat(buckets.take("newcomer")).isTrue();
        assertThat(buckets.size()).isEqualTo(3);
        assertThat(buckets.take("domain 1")).isTrue();
        assertThat(buckets.take("domain 1")).isFalse();
        assertThat(buckets.take("drained")).isTrue();
        assertThat(buckets.take("drained")).isFalse();
    }

    private int taken(String domainId) {
        int taken = 0;
        while (taken < 100 && limits.take(domainId)) {
            taken++;
        }
        return taken;
    }
}
