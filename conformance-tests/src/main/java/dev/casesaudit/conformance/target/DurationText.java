package dev.casesaudit.conformance.target;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations of profiles and options. */
final class DurationText {

    static final String EXPECTED = "a duration from 1ms to 24h, such as 500ms, 10s or 5m";

    private static final Pattern FORM = Pattern.compile("(\\d{1,8})(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofHours(24);

    private DurationText() {}

    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(of(Long.parseLong(form.group(1)), form.group(2)))
                        .filter(duration -> !duration.isZero() && duration.compareTo(LONGEST) <= 0)
                : Optional.empty();
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
