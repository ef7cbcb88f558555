package dev.casesaudit.server.behaviour.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scripts, as tests need them. */
final class Scripts {

    static final Duration LONGEST = Duration.ofMinutes(1);

    private Scripts() {}

    static FaultScript parse(String text) {
        return FaultScript.parse(text, LONGEST);
    }

    /** Returns the faults of the first attempts of a call, in the notation of scripts. */
    static List<String> play(Playback playback, Optional<String> call, int attempts) {
        return Stream.generate(() -> show(playback.next(call))).limit(attempts).toList();
    }

    static String show(Fault fault) {
        return fault.latency().isZero()
                ? fault.outcome().toString()
                : fault.latency().toMillis() + "ms " + fault.outcome();
    }
}
