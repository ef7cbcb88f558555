package dev.casesaudit.journey.reliability;

/**
 * How much of a reliability program is run. {@code -Dreliability=long} asks for the long form; {@code -Dreliability.seed=N} makes
 * the same draws as an earlier run.
 */
final class Effort {

    private static final boolean LONG = "long".equals(System.getProperty("reliability"));
    private static final long SEED = Long.getLong("reliability.seed", 20_240_229L);

    private Effort() {}

    static boolean isLong() {
        return LONG;
    }

    /** Returns the number for the form of the test that runs. */
    static int of(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }

    /** Returns the seed of all random choices. */
    static long seed() {
        return SEED;
    }
}
