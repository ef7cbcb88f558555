package dev.casesaudit.server.behaviour.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The progress of one script.
 *
 * <p>Each SDK call plays the script from its start, one step an attempt, and is served as usual after its end. All
 * requests without an invocation id share one position.
 */
public final class Playback {

    /**
     * The number of calls that are remembered. The oldest is dropped first; a call that was dropped counts as a new
     * one.
     */
    static final int MOST_CALLS = 10_000;

    // Many scripts may arrive in headers, so each of them remembers fewer calls.
    private static final int MAX_CALLS_OF_HEADER_SCRIPT = 1_000;

    // The ids of SDKs have 36 characters. A longer one would only fill the memory, and counts as none.
    private static final int LONGEST_ID = 200;

    private final FaultScript script;
    private final OptionalInt limit;
    private final boolean startsOver;
    // By a digest of the id, which is shorter than the longest ids.
    private final Map<UUID, Call> calls = new LinkedHashMap<>();
    private final Call others = new Call(0);
    private long callsSeen;
    private long attemptsSeen;

    private Playback(FaultScript script, OptionalInt limit, boolean startsOver) {
        this.script = script;
        this.limit = limit;
        this.startsOver = startsOver;
    }

    /**
     * A configured script: requests without an invocation id play it once.
     *
     * @param limit how many SDK calls it is for; any number when absent. Later calls are served as usual; earlier ones
     * play to the end.
     */
    public static Playback once(FaultScript script, OptionalInt limit) {
        return new Playback(script, limit, false);
    }

    /** A script from headers: requests without an invocation id play it repeatedly. */
    public static Playback repeated(FaultScript script) {
        return new Playback(script, OptionalInt.empty(), true);
    }

    /**
     * Returns the fault for the next attempt.
     *
     * @param invocationId of the SDK call that the attempt belongs to
     */
    public synchronized Fault next(Optional<String> invocationId) {
        attemptsSeen++;
        Optional<UUID> id = readable(invocationId);
        return id.isPresent() ? nextOfCall(id.get()) : nextWithoutId();
    }

    /** Returns the fault for the next attempt if its outcome matches; otherwise nothing, and no step is used up. */
    public synchronized Optional<Fault> nextIf(Predicate<Outcome> wanted, Optional<String> invocationId) {
        return nextStep(invocationId)
                .filter(step -> wanted.test(step.outcome()))
                .map(step -> next(invocationId));
    }

    private Optional<Step> nextStep(Optional<String> invocationId) {
        Optional<UUID> id = readable(invocationId);
        Call call = id.isPresent() ? calls.get(id.get()) : others;
        long attempt = call == null ? 0 : call.attempts;
        if (attempt == 0 && usedUp()) {
            return Optional.empty();
        }
        return script.step(id.isPresent() ? attempt : positionWithoutId(attempt));
    }

    private static Optional<UUID> readable(Optional<String> invocationId) {
        return invocationId
                .filter(text -> text.length() <= LONGEST_ID)
                .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    private long positionWithoutId(long attempt) {
        return startsOver ? attempt % script.length() : attempt;
    }

    private Fault nextOfCall(UUID id) {
        Call call = calls.get(id);
        if (call == null) {
            if (usedUp()) {
                return Fault.NONE;
            }
            callsSeen++;
            call = new Call(callsSeen);
            remember(id, call);
        }
        long attempt = call.attempts++;
        return fault(call, attempt, attempt);
    }

    private void remember(UUID id, Call call) {
        if (calls.size() == (startsOver ? MAX_CALLS_OF_HEADER_SCRIPT : MOST_CALLS)) {
            calls.remove(calls.keySet().iterator().next());
        }
        calls.put(id, call);
    }

    private Fault nextWithoutId() {
        if (others.attempts == 0 && usedUp()) {
            return Fault.NONE;
        }
        long attempt = others.attempts++;
        return fault(others, attempt, positionWithoutId(attempt));
    }

    private Fault fault(Call call, long attempt, long place) {
        return script.step(place)
                .map(step -> step.drawn(new Draw(script.seed(), call.number, attempt)))
                .orElse(Fault.NONE);
    }

    public FaultScript script() {
        return script;
    }

    public OptionalInt limit() {
        return limit;
    }

    /** Returns how many SDK calls have played the script. */
    public synchronized long callsSeen() {
        return callsSeen;
    }

    /** Returns how many attempts have asked for a step. */
    public synchronized long attemptsSeen() {
        return attemptsSeen;
    }

    /** Whether new calls get no step any more. */
    public synchronized boolean usedUp() {
        return limit.isPresent() && callsSeen >= limit.getAsInt();
    }

    private static final class Call {

        private final long number;
        private long attempts;

        private Call(long number) {
            this.number = number;
        }
    }
}
