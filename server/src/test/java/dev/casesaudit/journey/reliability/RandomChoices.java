package dev.casesaudit.journey.reliability;

import java.util.List;
import java.util.SplittableRandom;

/** The draws for one number of a program: the same for the same seed and number, whoever drew before. */
final class RandomChoices {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    RandomChoices(long seed, long number) {
        // Two rounds, so that neighbours have nothing in common.
        random = new SplittableRandom(new SplittableRandom(seed ^ (number * SPREAD)).nextLong());
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From 0 to the last one, both included. */
    int upTo(int last) {
        return random.nextInt(last + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** One that can stand within a line of a head. */
    char inLine() {
        int drawn = random.nextInt(256);
        return drawn == '\r' || drawn == '\n' ? ' ' : (char) drawn;
    }
}
