package dev.casesaudit.server.http;

import dev.casesaudit.server.contract.HttpDate;
import java.time.Instant;

/** Tells the time as the header {@code Date} does. SDKs set their clocks by it, where a signature was refused as too old. */
public final class Dates {

    private static volatile Second last = new Second(0, "");

    private Dates() {}

    /** The time now, to the second. */
    public static String now() {
        long second = System.currentTimeMillis() / 1_000;
        Second known = last;
        if (known.number() != second) {
            known = new Second(second, HttpDate.of(Instant.ofEpochSecond(second)));
            last = known;
        }
        return known.text();
    }

    // Written once for all the requests of a second.
    private record Second(long number, String text) {}
}
