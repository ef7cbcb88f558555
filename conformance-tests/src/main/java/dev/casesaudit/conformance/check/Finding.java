package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.text.Mismatch;
import java.util.List;
import java.util.Locale;

/**
 * One way in which the target broke a requirement. Its developer can act on it without this source.
 *
 * @param mismatch at a JSON pointer into the body, or without a place for the whole response; never a sensitive value
 * @param deviation whether the real service may do so, although its documents say otherwise
 */
public record Finding(Mismatch mismatch, Exchange evidence, boolean deviation) {

    public Finding(String pointer, String expected, String actual, Exchange evidence) {
        this(new Mismatch(pointer, expected, actual), evidence, false);
    }

    public static Finding of(Exchange evidence, String expected, String actual) {
        return new Finding("", expected, actual, evidence);
    }

    /** Returns no finding if the condition holds. */
    public static List<Finding> unless(boolean right, Exchange evidence, String expected, String actual) {
        return unless(right, evidence, "", expected, actual);
    }

    /** The same at a JSON pointer into the body of the response. */
    public static List<Finding> unless(
            boolean right, Exchange evidence, String pointer, String expected, String actual) {
        return right ? List.of() : List.of(new Finding(pointer, expected, actual, evidence));
    }

    /** A finding about a response that is missing or incomplete. */
    public static Finding of(ProbeFailure.NoResponse failure) {
        String reason = String.valueOf(failure.getMessage());
        return failure.kind() == ProbeFailure.Kind.BROKEN
                ? of(failure.exchange(), "a whole response", reason)
                : of(failure.exchange(), "a response", "none: " + reason);
    }

    public Finding expecting(String other) {
        return new Finding(new Mismatch(pointer(), other, actual()), evidence, deviation);
    }

    public Finding asDeviation() {
        return new Finding(mismatch, evidence, true);
    }

    public String pointer() {
        return mismatch.place();
    }

    public String expected() {
        return mismatch.expected();
    }

    public String actual() {
        return mismatch.actual();
    }

    /** Returns the pointer, or words for the whole response. */
    public String where() {
        return pointer().isEmpty() ? "the response" : pointer();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "at %s: %s", where(), mismatch.sentence());
    }
}
