package dev.casesaudit.conformance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Formats durations. */
final class Millis {

    private Millis() {}

    static String of(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000
                ? String.format(Locale.ROOT, "%d ms", millis)
                : BigDecimal.valueOf(millis, 3)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString() + " s";
    }
}
