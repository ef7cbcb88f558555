package dev.casesaudit.conformance.text;

import java.io.Serializable;
import java.util.Locale;

/**
 * An expected and an actual value.
 *
 * @param place a JSON pointer, a file, an option or a line; may be empty
 */
public record Mismatch(String place, String expected, String actual) implements Serializable {

    public Mismatch {
        place = Words.shortened(place);
        expected = Words.shortened(expected);
        actual = Words.shortened(actual);
    }

    /** Returns the same in a larger place, such as the file of a line. */
    public Mismatch in(Object outer) {
        return new Mismatch(
                place.isEmpty() ? outer.toString() : String.format(Locale.ROOT, "%s: %s", outer, place),
                expected,
                actual);
    }

    /** Returns the sentence without the place. */
    public String sentence() {
        return String.format(Locale.ROOT, "expected %s, got %s", expected, actual);
    }

    @Override
    public String toString() {
        return place.isEmpty() ? sentence() : String.format(Locale.ROOT, "%s: %s", place, sentence());
    }
}
