package dev.casesaudit.journey.reliability;

import java.util.List;
import java.util.function.ToLongFunction;

/** What was measured while a mock endured, oldest first. */
record Samples(List<Sample> all) {

    static final int FIFTHS = 5;

    /** The median of a fifth of the time; the first is 1. */
    long median(int fifth, ToLongFunction<Sample> figure) {
        int from = all.size() * (fifth - 1) / FIFTHS;
        int to = Math.max(from + 1, all.size() * fifth / FIFTHS);
        List<Long> sorted =
                all.subList(from, to).stream().map(figure::applyAsLong).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** By how many per cent the last fifth is above the second: the first still warms up. */
    double growthPercent(ToLongFunction<Sample> figure) {
        double second = median(2, figure);
        return 100 * (median(FIFTHS, figure) - second) / second;
    }

    long most(ToLongFunction<Sample> figure) {
        return all.stream().mapToLong(figure).max().orElse(0);
    }

    /**
     * One look at a process.
     *
     * @param resident its memory, in kibibytes
     * @param live the objects that it cannot do without, in kibibytes
     */
    record Sample(double seconds, long resident, long live) {}
}
