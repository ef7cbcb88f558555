package dev.casesaudit.server.behaviour.fault;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Where clients are in one script.
 *
 * <p>Each SDK call plays the script from its start, one step for each attempt, and is served as usual after its end. Requests
 * that tell of no call share one place in it.
 */
public final class Playback {

    /** How many calls are remembered. One that was forgotten, oldest first, counts as a new one. */
    static final int MOST_CALLS = 10_000;

    // There may be many scripts that requests carry, so each of them may remember less.
    private static final int MOST_CALLS_OF_A_CARRIED_SCRIPT = 1_000;

    // An id from an SDK has 36. What is longer would only fill the memory, and counts as none.
    private static final int LONGEST_ID = 200;

    private final FaultScript script;
    private final OptionalInt limit;
    private final boolean startsOver;
    // By a digest of their ids, which takes up less than the longest of them.
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
     * A script that was set: requests that tell of no call play it once.
     *
     * @param limit how many SDK calls it is for; any number when absent. Later ones are served as usual, those that began before
     *     go on.
     */
    public static Playback once(FaultScript script, OptionalInt limit) {
        return new Playback(script, limit, false);
    }

    /** A script that requests carry: those that tell of no call play it again and again. */
    public static Playback repeated(FaultScript script) {
        return new Playback(script, OptionalInt.empty(), true);
    }

    /**
     * Returns what the next attempt gets.
     *
     * @param invocationId names the SDK call that it belongs to
     */
    public synchronized Fault next(Optional<String> invocationId) {
        attemptsSeen++;
        Optional<UUID> id = readable(invocationId);
        return id.isPresent() ? ofCall(id.get()) : ofOthers();
    }

    /** The same, if the step that comes next has such an outcome; otherwise nothing, and nothing is played. */
    public synchronized Optional<Fault> nextIf(Predicate<Outcome> wanted, Optional<String> invocationId) {
        return upcoming(invocationId)
                .filter(step -> wanted.test(step.outcome()))
                .map(step -> next(invocationId));
    }

    private Optional<Step> upcoming(Optional<String> invocationId) {
        Optional<UUID> id = readable(invocationId);
        Call call = id.isPresent() ? calls.get(id.get()) : others;
        long attempt = call == null ? 0 : call.attempts;
        if (attempt == 0 && usedUp()) {
            return Optional.empty();
        }
        return script.step(id.isPresent() ? attempt : placeOfOthers(attempt));
    }

    private static Optional<UUID> readable(Optional<String> invocationId) {
        return invocationId
                .filter(text -> text.length() <= LONGEST_ID)
                .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    private long placeOfOthers(long attempt) {
        return startsOver ? attempt % script.length() : attempt;
    }

    private Fault ofCall(UUID id) {
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
        if (calls.size() == (startsOver ? MOST_CALLS_OF_A_CARRIED_SCRIPT : MOST_CALLS)) {
            calls.remove(calls.keySet().iterator().next());
        }
        calls.put(id, call);
    }

    private Fault ofOthers() {
        if (others.attempts == 0 && usedUp()) {
            return Fault.NONE;
        }
        long attempt = others.attempts++;
        return fault(others, attempt, placeOfOthers(attempt));
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

    /** How many SDK calls have played it. */
    public synchronized long callsSeen() {
        return callsSeen;
    }

    /** How many attempts have asked, whatever they got. */
    public synchronized long attemptsSeen() {
        return attemptsSeen;
    }

    /** Whether those who come now for the first time get nothing of it any more. */
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
