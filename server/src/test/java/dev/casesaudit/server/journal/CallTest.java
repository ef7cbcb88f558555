package dev.casesaudit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

    private static final RetryAdvice NO_WAIT = RetryAdvice.NONE;

    @Test
    void groupsAttemptsByCall() {
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
    void knowsWhichErrorsAreNotRetryable(int status, boolean inVain) {
        Call call = call(Attempts.failed("a", status, NO_WAIT), Attempts.page("a", "", ""));

        assertThat(call.retriedNonRetryable()).isEqualTo(inVain);
        assertThat(call.findings()).hasSize(inVain ? 1 : 0);
    }

    @Test
    void countsNoRetryAfterTheLastError() {
        assertThat(call(Attempts.failed("a", 500, NO_WAIT), Attempts.failed("a", 403, NO_WAIT))
                        .retriedNonRetryable())
                .isFalse();
    }

    @Test
    void reportsWhetherARetryHonouredRetryAfter() {
        assertThat(retriedAtOnce(RetryAdvice.read("0", null)).honouredRetryAfter())
                .hasValue(true);
        assertThat(retriedAtOnce(RetryAdvice.read("60", null)).honouredRetryAfter())
                .hasValue(false);
        assertThat(call(Attempts.failed("a", 500, RetryAdvice.read("60", null))).honouredRetryAfter())
                .isEmpty();
        assertThat(retriedAtOnce(NO_WAIT).honouredRetryAfter()).isEmpty();
    }

    @Test
    void knowsEachFormOfRetryAfter() {
        Call tooEarly = retriedAtOnce(RetryAdvice.read(date(Instant.now().plusSeconds(60)), null));
        assertThat(tooEarly.honouredRetryAfter()).hasValue(false);
        // A date has whole seconds, and a busy machine may need some for this line.
        assertThat(tooEarly.findings()).singleElement().asString().matches("was asked to wait 5\\d{4} ms, .*");

        assertThat(retriedAtOnce(RetryAdvice.read(date(Instant.now().minusSeconds(60)), null))
                        .honouredRetryAfter())
                .hasValue(true);
        assertThat(retriedAtOnce(RetryAdvice.read(null, "0")).honouredRetryAfter())
                .hasValue(true);
        assertThat(retriedAtOnce(RetryAdvice.read(null, "1250")).findings())
                .singleElement()
                .asString()
                .startsWith("was asked to wait 1250 ms, and came back after ");
    }

    @Test
    void expectsTheShorterWaitWhereAClientMayKnowOneHeaderOnly() {
        assertThat(retriedAtOnce(RetryAdvice.read("60", "0")).honouredRetryAfter())
                .hasValue(true);
        assertThat(retriedAtOnce(RetryAdvice.read("0", "60000")).honouredRetryAfter())
                .hasValue(true);
        assertThat(retriedAtOnce(RetryAdvice.read("2", "1000")).findings())
                .singleElement()
                .asString()
                .startsWith("was asked to wait 1 s, ");
    }

    @Test
    void expectsAtMostTheFiveExtraSecondsThatSdksWaitForTheAwsHeader() {
        assertThat(retriedAtOnce(RetryAdvice.read(null, "60000")).findings())
                .singleElement()
                .asString()
                .startsWith("was asked to wait 5 s, ");
    }

    @Test
    void acceptsARetryThatTheResponseAskedFor() {
        Call call = call(
                Attempts.failed("a", 400, RetryAdvice.read(null, "0")), Attempts.failed("a", 400, RetryAdvice.NONE));

        assertThat(call.retriedNonRetryable()).isFalse();
        assertThat(call.findings()).isEmpty();
    }

    private static Call retriedAtOnce(RetryAdvice advice) {
        return call(Attempts.failed("a", 500, advice), Attempts.of("a"));
    }

    private static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    @Test
    void hasNotSucceededWhereThePageWasSpoiledOrCutOff() {
        Attempt spoiled = Attempts.page("a", "", "");
        spoiled.setBehaviour("malformed", true);
        Attempt cutOff = Attempts.of("a");
        cutOff.complete(200, null, NO_WAIT, false);

        assertThat(call(spoiled).succeeded()).isFalse();
        assertThat(call(cutOff).succeeded()).isFalse();
        assertThat(call(Attempts.of("a")).succeeded()).isFalse();
    }

    private static Call call(Attempt... attempts) {
        return Call.of(List.of(attempts)).get(0);
    }
}
