package dev.casesaudit.server.behaviour.fault;

import static dev.casesaudit.server.behaviour.fault.Scripts.parse;
import static dev.casesaudit.server.behaviour.fault.Scripts.play;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaybackTest {

    private static final Optional<String> NO_ID = Optional.empty();

    @Test
    void startsWithEachCall() {
        Playback playback = any("Throttling*2, reset, ok");

        assertThat(play(playback, Optional.of("a"), 5))
                .containsExactly("Throttling", "Throttling", "reset", "ok", "ok");
        assertThat(play(playback, Optional.of("b"), 3)).containsExactly("Throttling", "Throttling", "reset");
    }

    @Test
    void keepsThePlaceOfEachCall() {
        Playback playback = any("hang, reset, close");

        assertThat(play(playback, Optional.of("a"), 1)).containsExactly("hang");
        assertThat(play(playback, Optional.of("b"), 2)).containsExactly("hang", "reset");
        assertThat(play(playback, Optional.of("a"), 3)).containsExactly("reset", "close", "ok");
        assertThat(play(playback, Optional.of("b"), 1)).containsExactly("close");
    }

    @Test
    void isPlayedOnceByAllRequestsWithoutAnId() {
        Playback playback = any("hang, reset*2");

        assertThat(play(playback, NO_ID, 2)).containsExactly("hang", "reset");
        assertThat(play(playback, Optional.of("a"), 1)).containsExactly("hang");
        assertThat(play(playback, NO_ID, 3)).containsExactly("reset", "ok", "ok");
    }

    @Test
    void isPlayedAgainByRequestsThatCarryItAndHaveNoId() {
        Playback playback = Playback.repeated(parse("hang, reset*2"));

        assertThat(play(playback, NO_ID, 7))
                .containsExactly("hang", "reset", "reset", "hang", "reset", "reset", "hang");
        assertThat(play(playback, Optional.of("a"), 4)).containsExactly("hang", "reset", "reset", "ok");
    }

    @Test
    void goesOnForEver() {
        Playback playback = any("hang, reset*forever");

        assertThat(play(playback, Optional.of("a"), 1_000)).startsWith("hang").endsWith("reset");
        assertThat(play(playback, NO_ID, 1_000)).startsWith("hang").endsWith("reset");
        assertThat(play(Playback.repeated(parse("hang, reset*forever")), NO_ID, 1_000))
                .containsOnlyOnce("hang")
                .endsWith("reset");
    }

    @Test
    void treatsAnIdThatNoSdkSendsAsNone() {
        Playback playback = any("hang, reset");

        assertThat(play(playback, Optional.of("a".repeat(201)), 1)).containsExactly("hang");
        assertThat(play(playback, Optional.of("b".repeat(201)), 1)).containsExactly("reset");
        assertThat(play(playback, Optional.of("b".repeat(200)), 1)).containsExactly("hang");
    }

    @Test
    void playsTheNextStepOnlyIfItMatches() {
        Playback playback = any("BadRequest, hang, BadRequest");
        Optional<String> call = Optional.of("a");

        for (Optional<String> id : List.of(call, NO_ID)) {
            assertThat(playback.nextIf(Outcome::isInFront, id).map(Scripts::show))
                    .hasValue("BadRequest");
            assertThat(playback.nextIf(Outcome::isInFront, id)).isEmpty();
            assertThat(play(playback, id, 1)).containsExactly("hang");
            assertThat(playback.nextIf(Outcome::isInFront, id).map(Scripts::show))
                    .hasValue("BadRequest");
            assertThat(playback.nextIf(Outcome::isInFront, id)).isEmpty();
        }
        assertThat(playback.attemptsSeen()).isEqualTo(6);
    }

    @Test
    void countsNoCallWhoseStepDoesNotMatch() {
        Playback playback = Playback.once(parse("hang"), OptionalInt.of(1));

        assertThat(playback.nextIf(Outcome::isInFront, Optional.of("a"))).isEmpty();
        assertThat(playback.usedUp()).isFalse();
        assertThat(play(playback, Optional.of("b"), 1)).containsExactly("hang");
    }

    @Test
    void isUsedUpAfterSoManyCalls() {
        Playback playback = Playback.once(parse("hang, reset"), OptionalInt.of(2));

        assertThat(play(playback, NO_ID, 1)).containsExactly("hang");
        assertThat(play(playback, Optional.of("a"), 1)).containsExactly("hang");
        assertThat(playback.usedUp()).isFalse();
        assertThat(play(playback, Optional.of("b"), 1)).containsExactly("hang");
        assertThat(playback.usedUp()).isTrue();
        assertThat(play(playback, Optional.of("c"), 3)).containsOnly("ok");
        assertThat(play(playback, Optional.of("a"), 2)).containsExactly("reset", "ok");
        assertThat(play(playback, Optional.of("b"), 2)).containsExactly("reset", "ok");
        assertThat(play(playback, NO_ID, 2)).containsExactly("reset", "ok");
    }

    @Test
    void givesNothingToRequestsWithoutAnIdThatComeWhenItIsUsedUp() {
        Playback playback = Playback.once(parse("hang"), OptionalInt.of(1));

        assertThat(play(playback, Optional.of("a"), 1)).containsExactly("hang");
        assertThat(play(playback, NO_ID, 2)).containsOnly("ok");
    }

    @Test
    void countsCallsThatPlayedItAndAttemptsThatAsked() {
        Playback playback = Playback.once(parse("hang"), OptionalInt.of(2));
        play(playback, Optional.of("a"), 3);
        play(playback, Optional.of("b"), 1);
        play(playback, Optional.of("c"), 2);
        play(playback, NO_ID, 4);

        assertThat(playback.callsSeen()).isEqualTo(2);
        assertThat(playback.attemptsSeen()).isEqualTo(10);
        assertThat(playback.script()).isEqualTo(parse("hang"));
        assertThat(playback.limit()).hasValue(2);
    }

    @Test
    void givesEachStepToOneOfManyThreads() throws InterruptedException, ExecutionException {
        Playback playback = any("reset*300000");

        assertThat(Threads.count(8, 100_000, () -> !playback.next(NO_ID).equals(Fault.NONE)))
                .isEqualTo(300_000);
        assertThat(playback.attemptsSeen()).isEqualTo(800_000);
    }

    @Test
    void forgetsTheOldestCallWhereThereAreTooMany() {
        Playback playback = any("hang, reset, close");
        IntStream.range(0, Playback.MOST_CALLS).forEach(i -> playback.next(Optional.of("call " + i)));

        assertThat(play(playback, Optional.of("call 0"), 1)).containsExactly("reset");
        assertThat(play(playback, Optional.of("one more"), 1)).containsExactly("hang");
        assertThat(play(playback, Optional.of("call 1"), 1)).containsExactly("reset");
        assertThat(play(playback, Optional.of("call 0"), 1)).containsExactly("hang");
        assertThat(play(playback, Optional.of("call 1"), 1)).containsExactly("hang");
    }

    private static Playback any(String script) {
        return Playback.once(parse(script), OptionalInt.empty());
    }
}
