package dev.casesaudit.conformance.report;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text without spaces and with its escapes undone, with the original position of each character. It undoes escapes of
 * URLs, JSON, JSON pointers, JavaScript and HTML, also repeated ones.
 */
final class Unescaped {

    private static final Map<String, Character> NAMED =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "sol", '/', "plus", '+', "equals", '=');

    private static final int LONGEST_ENTITY = 10;
    private static final Pattern NUMBER = Pattern.compile("#(?:x(?<hex>\\p{XDigit}{1,6})|(?<decimal>\\d{1,6}))");

    private final StringBuilder text = new StringBuilder();
    private final int[] starts;
    private final int[] ends;
    private boolean changed;

    private Unescaped(int length) {
        starts = new int[length];
        ends = new int[length];
    }

    static Unescaped none(String text) {
        Unescaped same = new Unescaped(text.length());
        for (int at = 0; at < text.length(); at++) {
            same.add(text.charAt(at), at, at + 1);
        }
        same.changed = true;
        return same;
    }

    /** Undoes one layer of escapes. */
    Unescaped again() {
        Unescaped next = new Unescaped(text.length());
        for (int at = 0; at < text.length(); ) {
            int length = next.escape(this, at);
            boolean left = length == 0 && !isSpace(text.charAt(at));
            if (left) {
                next.add(text.charAt(at), starts[at], ends[at]);
            }
            next.changed |= !left;
            at += Math.max(1, length);
        }
        return next;
    }

    /** Whether a character is left out. A plus sign can be a space of a query, and NUL is part of UTF-16. */
    static boolean isSpace(char one) {
        return one == '+' || Character.isWhitespace(one) || Character.isISOControl(one);
    }

    /** Whether the text differs from the original. */
    boolean changed() {
        return changed;
    }

    String text() {
        return text.toString();
    }

    /** Returns the original start of a character. */
    int start(int at) {
        return starts[at];
    }

    /** Returns the original end of a character. */
    int end(int at) {
        return ends[at];
    }

    private void add(char one, int start, int end) {
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(one);
    }

    // Adds the character of an escape and returns the length of the escape, or 0 if there is none.
    private int escape(Unescaped from, int at) {
        return switch (from.text.charAt(at)) {
            case '%' -> from.after(at) == 'u' ? hex(from, at, 2, 4) : hex(from, at, 1, 2);
            case '\\' -> backslash(from, at);
            case '&' -> entity(from, at);
            case '~' -> tilde(from, at);
            default -> 0;
        };
    }

    private int backslash(Unescaped from, int at) {
        char next = from.after(at);
        return switch (next) {
            case 'u' -> hex(from, at, 2, 4);
            case 'U' -> hex(from, at, 2, 8);
            case 'x' -> hex(from, at, 2, 2);
            // White space.
            case 'n', 'r', 't', 'b', 'f' -> 2;
            case '"', '\'', '/', '\\' -> of(from, next, at, 2);
            default -> 0;
        };
    }

    private int tilde(Unescaped from, int at) {
        return switch (from.after(at)) {
            case '0' -> of(from, '~', at, 2);
            case '1' -> of(from, '/', at, 2);
            default -> 0;
        };
    }

    private char after(int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }

    private int hex(Unescaped from, int at, int prefix, int digits) {
        int value = 0;
        for (int i = at + prefix; i < at + prefix + digits; i++) {
            int digit = i < from.text.length() ? Character.digit(from.text.charAt(i), 16) : -1;
            if (digit < 0) {
                return 0;
            }
            value = value * 16 + digit;
        }
        return of(from, value, at, prefix + digits);
    }

    private int entity(Unescaped from, int at) {
        int end = at;
        // Bounded: a text of ampersands would take quadratic time.
        int last = Math.min(from.text.length() - 1, at + LONGEST_ENTITY);
        while (end < last && from.text.charAt(end) != ';') {
            end++;
        }
        if (from.text.charAt(end) != ';') {
            return 0;
        }
        String name = from.text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(name);
        if (!number.matches()) {
            return NAMED.containsKey(name) ? of(from, NAMED.get(name), at, end + 1 - at) : 0;
        }
        String hex = number.group("hex");
        int one = hex == null ? Integer.parseInt(number.group("decimal")) : Integer.parseInt(hex, 16);
        return of(from, one, at, end + 1 - at);
    }

    private int of(Unescaped from, int one, int at, int length) {
        add((char) one, from.starts[at], from.ends[at + length - 1]);
        return length;
    }
}
