package dev.casesaudit.server.behaviour.pages;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long tokens live: from 1 ms to 1 day, written as {@code 500ms}, {@code 5s}, {@code 2m} or {@code 1h}. */
public record TokenLifetime(Duration time) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    public TokenLifetime {
        if (!isInRange(time)) {
            throw new IllegalArgumentException("expected a time from 1ms to 24h, got " + time);
        }
    }

    /** Reads a time; empty if it is malformed or out of range. */
    static Optional<TokenLifetime> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(time(Long.parseLong(matcher.group(1)), matcher.group(2)))
                        .filter(TokenLifetime::isInRange)
                        .map(TokenLifetime::new)
                : Optional.empty();
    }

    /** Returns the time in the largest unit that divides it. */
    String text() {
        if (time.equals(Duration.ofHours(time.toHours()))) {
            return time.toHours() + "h";
        }
        if (time.equals(Duration.ofMinutes(time.toMinutes()))) {
            return time.toMinutes() + "m";
        }
        return time.equals(Duration.ofSeconds(time.toSeconds())) ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static boolean isInRange(Duration time) {
        return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
    }
}
