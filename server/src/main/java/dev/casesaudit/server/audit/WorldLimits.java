package dev.casesaudit.server.audit;

import java.util.Locale;

/** How large a world may become at run time. */
public record WorldLimits(int cases, long events) {

    /**
     * Refuses a change that would make a world larger than it may be. One that is too large already may become smaller.
     *
     * @throws Exceeded if it would
     */
    public void check(WorldSize now, WorldSize then) {
        check("domains", "cases", now.domains(), then.domains(), cases);
        check("cases", "cases", now.cases(), then.cases(), cases);
        check("events", "events", now.events(), then.events(), events);
    }

    /**
     * Refuses events that are asked for, before they are made.
     *
     * @throws Exceeded if they alone are more than there may be
     */
    public void checkAnnounced(long eventCount) {
        check("events", "events", 0, eventCount, events);
    }

    /**
     * Refuses one more of what can be set for each case.
     *
     * @throws Exceeded if there are as many as there may be cases
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

    /** A change would make the world larger than it may be; nothing was changed. The message is meant for the client. */
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
