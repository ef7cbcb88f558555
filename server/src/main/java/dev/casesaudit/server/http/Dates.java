package dev.casesaudit.server.http;

import dev.casesaudit.server.contract.HttpDate;
import java.time.Instant;

/** The value of the header {@code Date}. SDKs correct their clock skew with it when a signature is refused. */
public final class Dates {

    private static volatile Second last = new Second(0, "");

    private Dates() {}

    /** Returns the current time, to the second. */
    public static String now() {
        long second = System.currentTimeMillis() / 1_000;
        Second known = last;
        if (known.number() != second) {
            known = new Second(second, HttpDate.of(Instant.ofEpochSecond(second)));
            last = known;
        }
        return known.text();
    }

    // Formatted once for all requests of a second.
    private record Second(long number, String text) {}
}
