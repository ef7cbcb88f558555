package dev.casesaudit.server.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as HTTP headers carry them, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
public final class HttpDate {

    // The formatter of the JDK writes days before the tenth with one digit.
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDate() {}

    public static String of(Instant moment) {
        return FORM.format(moment);
    }
}
