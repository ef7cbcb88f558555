package dev.casesaudit.server.behaviour.fault;

/**
 * The random numbers of one attempt. They depend only on these three numbers, so attempts of concurrent calls do not
 * influence each other.
 *
 * @param call counts SDK calls from 1; 0 is for requests without an invocation id
 */
record Draw(long seed, long call, long attempt) {

    /** Returns a number from 0 to below 1, to compare with a probability. */
    double chance() {
        return fraction(1);
    }

    /** Returns a number from 0 to below 1, to choose within a range. */
    double place() {
        return fraction(2);
    }

    private double fraction(long purpose) {
        long mixed = mix(mix(mix(mix(seed) + call) + attempt) + purpose);
        // A double has room for 53 bits.
        return (mixed >>> 11) * 0x1.0p-53;
    }

    // One step of SplitMix64. Consecutive seeds give unrelated results, unlike the first numbers of java.util.Random.
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
