package dev.casesaudit.journey.reliability;

/**
 * How much of a reliability program is run. {@code -Dreliability=long} asks for the long form; {@code -Dreliability.seed=N} makes
 * the same draws as an earlier run.
 */
final class Effort {

    private static final boolean LONG = "long".equals(System.getProperty("reliability"));
    private static final long SEED = Long.getLong("reliability.seed", 20_240_229L);

    private Effort() {}

    /** Whether the long form was asked for. */
    static boolean isLong() {
        return LONG;
    }

    /** The number for the form that was asked for. */
    static int of(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }

    /** What all draws of a program start from. */
    static long seed() {
        return SEED;
    }
}
