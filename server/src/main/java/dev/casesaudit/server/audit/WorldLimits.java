package dev.casesaudit.server.audit;

import java.util.Locale;

/** How large the world may become at run time. */
public record WorldLimits(int cases, long events) {

    /** No limit but the memory. */
    public static final WorldLimits NONE = new WorldLimits(Integer.MAX_VALUE, Long.MAX_VALUE);

    /**
     * Refuses a change that would exceed a limit. A world that exceeds it already may shrink.
     *
     * @throws Exceeded if the change exceeds a limit
     */
    public void check(WorldSize now, WorldSize then) {
        check("domains", "cases", now.domains(), then.domains(), cases);
        check("cases", "cases", now.cases(), then.cases(), cases);
        check("events", "events", now.events(), then.events(), events);
    }

    /**
     * Refuses a number of events before they are generated or read.
     *
     * @throws Exceeded if they alone exceed the limit
     */
    public void checkAnnounced(long eventCount) {
        check("events", "events", 0, eventCount, events);
    }

    /**
     * Refuses one more of something that exists once a case.
     *
     * @throws Exceeded if there are as many as the limit of cases
     */
    public void checkOneMore(String what, int already) {
        if (already >= cases) {
            throw new Exceeded(
                    String.format(Locale.ROOT, "at most %d %s (cases.control.cases)", cases, what), "one more");
        }
    }

    private static void check(String what, String key, long now, long then, long limit) {
        if (then > now && then > limit) {
            throw new Exceeded(
                    String.format(Locale.ROOT, "a world of at most %d %s (cases.control.%s)", limit, what, key),
                    String.valueOf(then));
        }
    }

    /** A change would exceed a limit, and was not made. The message is meant for the client. */
    public static final class Exceeded extends RuntimeException {

        private final String expected;
        private final String got;

        Exceeded(String expected, String got) {
            super(expected, null, false, false);
            this.expected = expected;
            this.got = got;
        }

        public String expected() {
            return expected;
        }

        public String got() {
            return got;
        }
    }
}
