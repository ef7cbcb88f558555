package dev.casesaudit.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal must not contain. */
final class ExpectedRefusals {

    private static final Pattern INNARDS = Pattern.compile(
            "com\\.fasterxml|org\\.snakeyaml|dev\\.casesaudit|java\\.(lang|util|io|time)\\.|Exception(?=: )|\\bnull pointer\\b");

    private ExpectedRefusals() {}

    /** The input may be quoted, and may itself say anything. */
    static void requireFit(String message, byte[] input) {
        Matcher innards = INNARDS.matcher(message);
        if (message.isBlank() || message.equals("null") || (innards.find() && !holds(input, innards.group()))) {
            throw new AssertionError("expected a message for people, got '%s'".formatted(message));
        }
    }

    private static boolean holds(byte[] input, String text) {
        return new String(input, StandardCharsets.ISO_8859_1).contains(text);
    }
}
