package dev.casesaudit.server.behaviour.fault;

/**
 * The chance of one attempt. It follows from these three numbers and from nothing else, so that calls cannot take each other's
 * luck, in whatever order their attempts come.
 *
 * @param call counts SDK calls from 1; 0 stands for requests that tell of no call
 */
record Draw(long seed, long call, long attempt) {

    /** Decides a probability: from 0 to below 1. */
    double chance() {
        return fraction(1);
    }

    /** Chooses a place within a range: from 0 to below 1. */
    double place() {
        return fraction(2);
    }

    private double fraction(long purpose) {
        long mixed = mix(mix(mix(mix(seed) + call) + attempt) + purpose);
        // The 53 bits that a double has room for.
        return (mixed >>> 11) * 0x1.0p-53;
    }

    // One step of SplitMix64: numbers that follow each other come out as if they had nothing to do with each other,
    // which the first numbers of java.util.Random would not.
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
