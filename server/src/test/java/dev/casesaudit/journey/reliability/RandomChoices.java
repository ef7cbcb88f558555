package dev.casesaudit.journey.reliability;

import java.util.List;
import java.util.SplittableRandom;

/** The random choices for one number of a program: the same for the same seed and number. */
final class RandomChoices {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    RandomChoices(long seed, long number) {
        // Two rounds, so that consecutive numbers are unrelated.
        random = new SplittableRandom(new SplittableRandom(seed ^ (number * SPREAD)).nextLong());
    }

    /** Returns a number from 0 to the bound, exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a number from 0 to the last, inclusive. */
    int upTo(int last) {
        return random.nextInt(last + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** Returns a character that a header may contain. */
    char inLine() {
        int drawn = random.nextInt(256);
        return drawn == '\r' || drawn == '\n' ? ' ' : (char) drawn;
    }
}
