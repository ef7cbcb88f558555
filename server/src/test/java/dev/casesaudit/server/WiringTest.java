package dev.casesaudit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings out of range, each refused with its key. */
class WiringTest {

    private static final Wiring WIRING = new Wiring();

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused("cases.faults.longest: expected more than 0, at most 1h, got PT0S", longest(Duration.ZERO)),
                refused(
                        "cases.faults.longest: expected more than 0, at most 1h, got PT-1S",
                        longest(Duration.ofSeconds(-1))),
                refused(
                        "cases.faults.longest: expected more than 0, at most 1h, got PT1H1S",
                        longest(Duration.ofSeconds(3601))),
                refused("cases.journal.size: expected from 0 to 100000, got -1", journal(-1)),
                refused("cases.journal.size: expected from 0 to 100000, got 100001", journal(100_001)),
                refused("cases.control.cases: expected 0 or more, got -1", limits(-1, 0)),
                refused("cases.control.events: expected 0 or more, got -1", limits(0, -1)),
                refused("cases.rate-limit: expected a rate above 0, got 0.0", bucket(0, OptionalInt.empty())),
                refused("cases.rate-limit: expected a rate above 0, got -1.0", bucket(-1, OptionalInt.empty())),
                refused("cases.rate-limit: expected a rate above 0, got NaN", bucket(Double.NaN, OptionalInt.empty())),
                refused("cases.rate-limit: expected a burst of at least 1, got 0", bucket(1, OptionalInt.of(0))));
    }

    private static Arguments refused(String message, ThrowingCallable part) {
        return Arguments.of(message, part);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfRange")
    void namesTheSettingThatIsOutOfRange(String message, ThrowingCallable part) {
        assertThatThrownBy(part).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }

    @Test
    void takesWhatIsJustInRange() throws Throwable {
        longest(Duration.ofHours(1)).call();
        longest(Duration.ofMillis(1)).call();
        journal(100_000).call();
        limits(0, 0).call();
        bucket(0.001, OptionalInt.empty()).call();

        assertThat(WIRING.journal(new Settings(Duration.ofSeconds(1), 0, 0, 0, Optional.empty()))
                        .capacity())
                .isZero();
    }

    private static ThrowingCallable longest(Duration longest) {
        return () -> WIRING.behaviourReader(new Settings(longest, 0, 0, 0, Optional.empty()));
    }

    private static ThrowingCallable journal(int size) {
        return () -> WIRING.journal(new Settings(Duration.ZERO, size, 0, 0, Optional.empty()));
    }

    private static ThrowingCallable limits(int cases, long events) {
        return () -> WIRING.limits(new Settings(Duration.ZERO, 0, cases, events, Optional.empty()));
    }

    private static ThrowingCallable bucket(double rate, OptionalInt burst) {
        return () -> WIRING.rateLimits(new Settings(Duration.ZERO, 0, 0, 0, Optional.of(new Bucket(rate, burst))));
    }

    private record Bucket(double rate, OptionalInt burst) implements CasesConfig.RateLimit {}

    private record Control(int cases, long events) implements CasesConfig.Control {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> hosts() {
            return Optional.empty();
        }

        @Override
        public MemorySize body() {
            throw new AssertionError("not asked for here");
        }
    }

    private record Settings(
            Duration longest, int journalSize, int cases, long events, Optional<CasesConfig.RateLimit> rateLimit)
            implements CasesConfig {

        @Override
        public Faults faults() {
            return () -> longest;
        }

        @Override
        public Journal journal() {
            return () -> journalSize;
        }

        @Override
        public Control control() {
            return new WiringTest.Control(cases, events);
        }

        @Override
        public String fixtures() {
            throw new AssertionError("not asked for here");
        }

        @Override
        public Token token() {
            throw new AssertionError("not asked for here");
        }

        @Override
        public Limits limits() {
            throw new AssertionError("not asked for here");
        }

        @Override
        public Auth auth() {
            throw new AssertionError("not asked for here");
        }
    }
}
