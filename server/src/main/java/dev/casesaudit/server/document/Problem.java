package dev.casesaudit.server.document;

import java.util.Locale;

/**
 * One problem of a document.
 *
 * @param file as the operator named it
 * @param pointer a JSON pointer into it
 */
public record Problem(String file, String pointer, String expected, String got) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %s: expected %s, got %s", file, pointer.isEmpty() ? "/" : pointer, expected, got);
    }
}
