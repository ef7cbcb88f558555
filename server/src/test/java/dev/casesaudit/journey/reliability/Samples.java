package dev.casesaudit.journey.reliability;

import java.util.List;
import java.util.function.ToLongFunction;

/** The measurements of an endurance run, oldest first. */
record Samples(List<Sample> all) {

    static final int FIFTHS = 5;

    /** Returns the median of a fifth of the time; the first is 1. */
    long median(int fifth, ToLongFunction<Sample> figure) {
        int from = all.size() * (fifth - 1) / FIFTHS;
        int to = Math.max(from + 1, all.size() * fifth / FIFTHS);
        List<Long> sorted =
                all.subList(from, to).stream().map(figure::applyAsLong).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Returns by how many per cent the last fifth exceeds the second: during the first the mock warms up. */
    double growthPercent(ToLongFunction<Sample> figure) {
        double second = median(2, figure);
        return 100 * (median(FIFTHS, figure) - second) / second;
    }

    long most(ToLongFunction<Sample> figure) {
        return all.stream().mapToLong(figure).max().orElse(0);
    }

    /**
     * One measurement.
     *
     * @param resident memory in KiB
     * @param live size of the live objects in KiB
     */
    record Sample(double seconds, long resident, long live) {}
}
