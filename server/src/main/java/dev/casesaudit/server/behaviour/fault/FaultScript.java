package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.document.Quotes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one attempt after the other gets. Its text is again a script, the same one. */
public final class FaultScript {

    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 4000;

    private static final int STEP_BYTES = 256;

    private final List<Step> steps;
    private final long seed;

    FaultScript(List<Step> steps, long seed) {
        this.steps = List.copyOf(steps);
        this.seed = seed;
    }

    /**
     * Reads a script, as this package's documentation describes them.
     *
     * @param longest the longest latency
     * @throws FaultScriptException if the text is none
     */
    public static FaultScript parse(String text, Duration longest) {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            throw new FaultScriptException(
                    MAX_LENGTH + 1,
                    String.format(Locale.ROOT, "at most %s characters", MAX_LENGTH),
                    String.valueOf(length));
        }
        return new ScriptParser(text, longest).script();
    }

    /**
     * Reads one error, as a step has it.
     *
     * @throws FaultScriptException if the text is anything else
     */
    public static Outcome.ErrorAnswer parseError(String text) {
        FaultScript script = parse(text, Duration.ofHours(1));
        Step first = script.steps.get(0);
        if (first.outcome() instanceof Outcome.ErrorAnswer error
                && script.toString().equals(error.toString())) {
            return error;
        }
        throw new FaultScriptException(1, "one error, such as Throttling(retryAfter=1)", Quotes.quote(text));
    }

    /** About how many bytes of memory it takes up. */
    public long bytes() {
        return STEP_BYTES * (long) steps.size()
                + Character.BYTES * (long) toString().length();
    }

    long seed() {
        return seed;
    }

    /** The step that an attempt plays; absent where the script has ended. The first attempt is 0. */
    Optional<Step> step(long attempt) {
        long left = attempt;
        for (Step step : steps) {
            if (step.isForever() || left < step.times().getAsInt()) {
                return Optional.of(step);
            }
            left -= step.times().getAsInt();
        }
        return Optional.empty();
    }

    /** How many attempts it is for. As many as can be counted, where it goes on for ever. */
    long length() {
        return steps.stream().anyMatch(Step::isForever)
                ? Long.MAX_VALUE
                : steps.stream().mapToLong(step -> step.times().getAsInt()).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaultScript script && steps.equals(script.steps) && seed == script.seed;
    }

    @Override
    public int hashCode() {
        return 31 * steps.hashCode() + Long.hashCode(seed);
    }

    @Override
    public String toString() {
        String text = steps.stream().map(Step::toString).collect(Collectors.joining(", "));
        return seed == 0 ? text : String.format(Locale.ROOT, "%s; seed=%s", text, seed);
    }
}
