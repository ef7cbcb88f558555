package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The behaviour configured for one scope. Where a member is absent, the wider scope decides.
 *
 * @param calls how many SDK calls the script is for; any number when absent
 */
public record Behaviour(
        Optional<FaultScript> faults, OptionalInt calls, Optional<PageStyle> pages, Optional<Tomorrow> tomorrow) {

    /** No setting at all. */
    public static final Behaviour NONE =
            new Behaviour(Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    // With its scope, and the progress of requests without an invocation id.
    private static final int EMPTY_BYTES = 1_024;

    /** Returns roughly how many bytes of memory it needs. */
    public long bytes() {
        return EMPTY_BYTES + faults.map(FaultScript::bytes).orElse(0L);
    }

    public boolean isNothing() {
        return faults.isEmpty() && pages.isEmpty() && tomorrow.isEmpty();
    }
}
