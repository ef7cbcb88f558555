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

class DrawTest {

    private static final String LUCK =
            "50% latency(0ms..40ms) + Throttling*20, latency(10ms..20ms)*20, 5% reset*forever; seed=3";
    private static final int CALLS = 50;
    private static final int ATTEMPTS = 60;

    // A change here changes runs that somebody has pinned by a seed: say so in CHANGELOG.md.
    @Test
    void drawsTheSameOnEveryMachine() {
        assertThat(play(any("50% reset*8; seed=42"), Optional.of("a"), 8))
                .containsExactly("ok", "ok", "ok", "reset", "ok", "ok", "reset", "ok");
        assertThat(play(any("latency(1ms..100ms)*6; seed=42"), Optional.of("a"), 6))
                .containsExactly("20ms ok", "57ms ok", "65ms ok", "34ms ok", "8ms ok", "90ms ok");
    }

    @Test
    void drawsAgainForEachCallAndSeed() {
        Playback playback = any("50% reset*64");
        List<String> first = play(playback, Optional.of("a"), 64);

        assertThat(play(playback, Optional.of("b"), 64)).isNotEqualTo(first);
        assertThat(play(playback, Optional.empty(), 64)).isNotEqualTo(first);
        assertThat(play(any("50% reset*64; seed=1"), Optional.of("a"), 64)).isNotEqualTo(first);
        assertThat(play(any("50% reset*64"), Optional.of("another id"), 64)).isEqualTo(first);
    }

    @Test
    void drawsAgainWhenRequestsWithoutAnIdRestart() {
        Playback playback = Playback.repeated(parse("50% reset"));

        assertThat(play(playback, Optional.empty(), 64)).contains("ok", "reset");
    }

    @Test
    void occursAboutAsOftenAsConfigured() {
        Playback playback = any("25% reset");
        long resets = IntStream.range(0, 40_000)
                .filter(i ->
                        Scripts.show(playback.next(Optional.of("call " + i))).equals("reset"))
                .count();

        assertThat(resets).isBetween(9_700L, 10_300L);
    }

    @Test
    void isDeterministicAtOneHundredPercentAndRareAtAlmostZero() {
        assertThat(play(any("100% reset*1000"), Optional.of("a"), 1_000)).containsOnly("reset");
        assertThat(play(any("0.000001% reset*1000"), Optional.of("a"), 1_000)).containsOnly("ok");
    }

    @Test
    void countsAStepThatDidNotOccurAsPlayed() {
        assertThat(play(any("0.000001% reset*2, hang"), Optional.of("a"), 3)).containsExactly("ok", "ok", "hang");
    }

    @Test
    void reachesBothEndsOfARangeAndNothingBeyond() {
        assertThat(play(any("latency(3ms..6ms)*400"), Optional.of("a"), 400))
                .containsOnly("3ms ok", "4ms ok", "5ms ok", "6ms ok");
    }

    @Test
    void drawsLatencyAndProbabilityApart() {
        assertThat(play(any("50% latency(1ms..2ms)*200"), Optional.of("a"), 200))
                .contains("1ms ok", "2ms ok", "ok");
    }

    @Test
    void givesEachCallTheSameFaultsWithOrWithoutOthers() throws InterruptedException, ExecutionException {
        Playback alone = begun();
        List<List<String>> expected = IntStream.range(0, CALLS)
                .mapToObj(call -> play(alone, id(call), ATTEMPTS))
                .toList();
        Playback shared = begun();

        assertThat(Threads.together(IntStream.range(0, CALLS).mapToObj(call -> () -> play(shared, id(call), ATTEMPTS))))
                .isEqualTo(expected)
                .doesNotHaveDuplicates();
    }

    // Calls are numbered in the order of their first attempts, so these come in a fixed order.
    private static Playback begun() {
        Playback playback = any("ok, " + LUCK);
        IntStream.range(0, CALLS).forEach(call -> playback.next(id(call)));
        return playback;
    }

    private static Optional<String> id(int call) {
        return Optional.of("call " + call);
    }

    private static Playback any(String script) {
        return Playback.once(parse(script), OptionalInt.empty());
    }
}
