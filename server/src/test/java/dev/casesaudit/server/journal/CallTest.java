package dev.casesaudit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

    private static final OptionalInt NO_WAIT = OptionalInt.empty();

    @Test
    void putsTheAttemptsOfEachCallTogether() {
        List<Call> calls = Call.of(List.of(
                Attempts.failed("a", 500, NO_WAIT),
                Attempts.failed("b", 500, NO_WAIT),
                Attempts.of(null),
                Attempts.page("a", "", ""),
                Attempts.of(null)));

        assertThat(calls).extracting(call -> call.id().orElse("none")).containsExactly("a", "b", "none", "none");
        assertThat(calls).extracting(call -> call.attempts().size()).containsExactly(2, 1, 1, 1);
        assertThat(calls).extracting(Call::succeeded).containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "403, true",
        "404, true",
        "408, false",
        "425, false",
        "429, false",
        "500, false",
        "503, false",
        "0, false"
    })
    void knowsWhichErrorsWillBeTheSameEachTime(int status, boolean inVain) {
        Call call = call(Attempts.failed("a", status, NO_WAIT), Attempts.page("a", "", ""));

        assertThat(call.retriedNonRetryable()).isEqualTo(inVain);
        assertThat(call.findings()).hasSize(inVain ? 1 : 0);
    }

    @Test
    void takesTheLastErrorForNoRetry() {
        assertThat(call(Attempts.failed("a", 500, NO_WAIT), Attempts.failed("a", 403, NO_WAIT))
                        .retriedNonRetryable())
                .isFalse();
    }

    @Test
    void saysWhetherARetryWaitedAsLongAsItWasAsked() {
        assertThat(call(Attempts.failed("a", 500, OptionalInt.of(0)), Attempts.of("a"))
                        .honouredRetryAfter())
                .hasValue(true);
        assertThat(call(Attempts.failed("a", 500, OptionalInt.of(60)), Attempts.of("a"))
                        .honouredRetryAfter())
                .hasValue(false);
        assertThat(call(Attempts.failed("a", 500, OptionalInt.of(60))).honouredRetryAfter())
                .isEmpty();
        assertThat(call(Attempts.failed("a", 500, NO_WAIT), Attempts.of("a")).honouredRetryAfter())
                .isEmpty();
    }

    @Test
    void hasNotSucceededWhereThePageWasSpoiledOrCutOff() {
        Attempt spoiled = Attempts.page("a", "", "");
        spoiled.meets("malformed", true);
        Attempt cutOff = Attempts.of("a");
        cutOff.ends(200, null, NO_WAIT, false);

        assertThat(call(spoiled).succeeded()).isFalse();
        assertThat(call(cutOff).succeeded()).isFalse();
        assertThat(call(Attempts.of("a")).succeeded()).isFalse();
    }

    private static Call call(Attempt... attempts) {
        return Call.of(List.of(attempts)).get(0);
    }
}
