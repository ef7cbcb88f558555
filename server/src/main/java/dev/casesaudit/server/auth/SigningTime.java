package dev.casesaudit.server.auth;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The time of a signature, and how long the signature is valid.
 *
 * @param lifetime the greatest age of the signature
 */
record SigningTime(Instant instant, Duration lifetime) {

    /** The greatest clock skew, and the lifetime of a signature that gives none. */
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    /** Reads {@code 20261231T235959Z}. */
    static SigningTime ofBasic(String text, Duration lifetime) {
        try {
            return new SigningTime(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC), lifetime);
        } catch (DateTimeException e) {
            throw Refusals.incomplete(String.format(
                    Locale.ROOT,
                    "Date must be in ISO-8601 'basic format'. Got '%s'. See http://en.wikipedia.org/wiki/ISO_8601",
                    text));
        }
    }

    /** Reads the header {@code Date}, in ISO 8601 or in the form that HTTP defines. */
    static SigningTime ofDateHeader(String text, Duration lifetime) {
        try {
            return new SigningTime(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    lifetime);
        } catch (DateTimeException e) {
            return ofBasic(text, lifetime);
        }
    }

    /** Refuses a signature that has expired or lies in the future. */
    void requireCurrent(Instant now) {
        // Signing times have whole seconds.
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant oldest = second.minus(lifetime);
        if (instant.isBefore(oldest)) {
            throw Refusals.invalidSignature(String.format(
                    Locale.ROOT,
                    "Signature expired: %s is now earlier than %s (%s - %s)",
                    this,
                    text(oldest),
                    text(now),
                    text(lifetime)));
        }
        Instant newest = second.plus(SKEW);
        if (instant.isAfter(newest)) {
            throw Refusals.invalidSignature(String.format(
                    Locale.ROOT,
                    "Signature not yet current: %s is still later than %s (%s + %s)",
                    this,
                    text(newest),
                    text(now),
                    text(SKEW)));
        }
    }

    String day() {
        return toString().substring(0, 8);
    }

    @Override
    public String toString() {
        return text(instant);
    }

    private static String text(Instant instant) {
        return BASIC.format(instant);
    }

    private static String text(Duration duration) {
        return duration.toSecondsPart() == 0 ? duration.toMinutes() + " min." : duration.toSeconds() + " sec.";
    }
}
