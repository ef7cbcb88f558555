package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.document.Quotes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sequence of faults, one for each attempt. Parsing its text returns an equal script. */
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
     * Reads a script by the grammar in this package's documentation.
     *
     * @param longest the longest latency
     * @throws FaultScriptException if the text is not a script
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
     * Reads one error in the notation of a step.
     *
     * @throws FaultScriptException if the text is anything else
     */
    public static Outcome.ErrorResponse parseError(String text) {
        FaultScript script = parse(text, Duration.ofHours(1));
        Step first = script.steps.get(0);
        if (first.outcome() instanceof Outcome.ErrorResponse error
                && script.toString().equals(error.toString())) {
            return error;
        }
        throw new FaultScriptException(1, "one error, such as Throttling(retryAfter=1)", Quotes.quote(text));
    }

    /** Returns roughly how many bytes of memory it needs. */
    public long bytes() {
        return STEP_BYTES * (long) steps.size()
                + Character.BYTES * (long) toString().length();
    }

    long seed() {
        return seed;
    }

    /** Returns the step for an attempt, the first being 0; empty after the end of the script. */
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

    /** Returns the number of attempts that the script is for; Long.MAX_VALUE for an endless script. */
    public long length() {
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
