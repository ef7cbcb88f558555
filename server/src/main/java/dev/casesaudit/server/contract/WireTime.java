package dev.casesaudit.server.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes times without a formatter, which would take a third of the time to load a fixture or to generate a
 * history.
 */
public final class WireTime {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MILLIS = FORM.length() + 1;
    private static final int MILLIS_OF_DAY = 86_400_000;
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
                    + " ?(?:[Zz]|([+-]\\d{2})(?::?(\\d{2}))?)");

    private WireTime() {}

    /** Returns the time of a text on the wire, such as {@code 2026-01-31T09:30:00.125Z}. */
    public static Instant of(String text) {
        return quickly(text).orElseGet(() -> Instant.parse(text));
    }

    /**
     * Returns the time of a text in the shortest form, with at most milliseconds and in UTC; empty for any other text.
     */
    public static Optional<Instant> quickly(String text) {
        boolean hasMillis = text.length() == MILLIS + 4;
        if (!hasForm(text, hasMillis)) {
            return Optional.empty();
        }
        int millis = hasMillis ? number(text, MILLIS, 3) : 0;
        if (hasMillis && millis == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 2),
                            number(text, 8, 2),
                            number(text, 11, 2),
                            number(text, 14, 2),
                            number(text, 17, 2),
                            millis * 1_000_000)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a time as people and programs write it: RFC 3339, also with a blank for the T, in lower case, without
     * seconds, or with an offset that lacks its colon or minutes. Years from 1 to 9999.
     */
    public static Optional<Instant> leniently(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String minutes = parts.group(4) == null ? ":00" : ":" + parts.group(4);
        String zone = parts.group(3) == null ? "Z" : parts.group(3) + minutes;
        try {
            OffsetDateTime time = OffsetDateTime.parse(parts.group(1) + 'T' + parts.group(2) + zone)
                    .withOffsetSameInstant(ZoneOffset.UTC);
            return Optional.of(time.toInstant()).filter(utc -> time.getYear() >= 1 && time.getYear() <= 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Writes a time in milliseconds since 1970, with a year of four digits. */
    public static void write(long epochMillis, StringBuilder text) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, MILLIS_OF_DAY));
        int ofDay = Math.floorMod(epochMillis, MILLIS_OF_DAY);
        digits(date.getYear(), 1_000, text).append('-');
        digits(date.getMonthValue(), 10, text).append('-');
        digits(date.getDayOfMonth(), 10, text).append('T');
        digits(ofDay / 3_600_000, 10, text).append(':');
        digits(ofDay / 60_000 % 60, 10, text).append(':');
        digits(ofDay / 1_000 % 60, 10, text);
        if (ofDay % 1_000 != 0) {
            digits(ofDay % 1_000, 100, text.append('.'));
        }
        text.append('Z');
    }

    private static StringBuilder digits(int number, int highest, StringBuilder text) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }

    private static boolean hasForm(String text, boolean hasMillis) {
        int end = text.length() - 1;
        if ((!hasMillis && end != FORM.length()) || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : '0';
            char got = text.charAt(i);
            if (expected == '0' ? got < '0' || got > '9' : got != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
