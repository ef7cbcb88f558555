package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The behaviour of one scope. A part that is absent is left to a wider scope.
 *
 * @param calls how many SDK calls the script is for; any number when absent
 */
public record Behaviour(
        Optional<FaultScript> faults, OptionalInt calls, Optional<PageStyle> pages, Optional<Tomorrow> tomorrow) {

    /** Tells nothing. */
    public static final Behaviour NONE =
            new Behaviour(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    // With its scope, and a place in its script for requests of no call.
    private static final int EMPTY_BYTES = 1_024;

    /** About how many bytes of memory it takes up. */
    public long bytes() {
        return EMPTY_BYTES + faults.map(FaultScript::bytes).orElse(0L);
    }

    /** Whether it tells nothing. */
    public boolean isNothing() {
        return faults.isEmpty() && pages.isEmpty() && tomorrow.isEmpty();
    }
}
