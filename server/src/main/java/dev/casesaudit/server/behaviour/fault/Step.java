package dev.casesaudit.server.behaviour.fault;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The fault for one or more attempts in a row.
 *
 * @param percent the probability of the fault; an attempt without it is served as usual
 * @param times the number of attempts; absent for an endless step
 */
record Step(double percent, Latency latency, Outcome outcome, OptionalInt times) {

    static final int MOST_TIMES = 1_000_000;

    boolean isForever() {
        return times.isEmpty();
    }

    Fault drawn(Draw draw) {
        return draw.chance() * 100 < percent ? new Fault(latency.drawn(draw), outcome) : Fault.NONE;
    }

    @Override
    public String toString() {
        String probability = percent == 100
                ? ""
                : BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString() + "% ";
        String repeat = isForever() ? "*forever" : times.getAsInt() == 1 ? "" : "*" + times.getAsInt();
        return probability + parts() + repeat;
    }

    private String parts() {
        if (latency.equals(Latency.NONE)) {
            return outcome.toString();
        }
        return outcome instanceof Outcome.Ok
                ? latency.toString()
                : String.format(Locale.ROOT, "%s + %s", latency, outcome);
    }
}
