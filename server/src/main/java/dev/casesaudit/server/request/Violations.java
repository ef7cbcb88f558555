package dev.casesaudit.server.request;

import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The violated constraints of a request, in the words of AWS. */
public final class Violations {

    private final List<String> violations = new ArrayList<>();

    /**
     * Checks a text.
     *
     * @param parent the pointer of the structure, list or map that has it
     */
    void check(String parent, Object name, Shape.Text constraint, String value) {
        int length = Utf8.codePoints(value);
        if (length < constraint.minLength() || length > constraint.maxLength()) {
            addLength(parent + '/' + name, length, constraint.minLength(), constraint.maxLength());
        }
        if (!Utf8.isEncodable(value)) {
            add(parent + '/' + name, "Member must be Unicode text, without half of a surrogate pair");
        }
        if (!constraint.values().isEmpty() && !constraint.values().contains(value)) {
            add(parent + '/' + name, "Member must satisfy enum value set: " + constraint.values());
        }
        constraint
                .pattern()
                .filter(pattern -> !pattern.matcher(value).matches())
                .ifPresent(pattern ->
                        add(parent + '/' + name, "Member must satisfy regular expression pattern: " + pattern));
    }

    void check(String parent, Object name, Shape.WholeNumber constraint, int value) {
        checkRange(parent, name, value, constraint.min(), constraint.max());
    }

    void check(String parent, Object name, Shape.LongNumber constraint, long value) {
        checkRange(parent, name, value, constraint.min(), constraint.max());
    }

    private void checkRange(String parent, Object name, long value, long min, long max) {
        if (value < min || value > max) {
            add(
                    parent + '/' + name,
                    String.format(Locale.ROOT, "Member must be between %d and %d, inclusive", min, max));
        }
    }

    /**
     * Checks the length of a list or map.
     *
     * @return whether its items can be checked: a message about each of too many would be many times as long as the
     * request
     */
    boolean checkLength(String pointer, int length, int min, int max) {
        boolean isAllowed = length >= min && length <= max;
        if (!isAllowed) {
            addLength(pointer, length, min, max);
        }
        return isAllowed;
    }

    private void addLength(String pointer, int length, int min, int max) {
        violations.add(String.format(
                Locale.ROOT,
                "Value with length %d at '%s' failed to satisfy constraint: Member must have length between %d and %d, inclusive",
                length,
                pointer,
                min,
                max));
    }

    /** Adds a constraint that the contract describes only in prose. */
    public Violations add(String pointer, String constraint) {
        violations.add(
                String.format(Locale.ROOT, "Value at '%s' failed to satisfy constraint: %s", pointer, constraint));
        return this;
    }

    public boolean areNone() {
        return violations.isEmpty();
    }

    public void throwIfAny() {
        if (!areNone()) {
            throw exception();
        }
    }

    public ServiceException exception() {
        return new ServiceException(
                ErrorType.VALIDATION,
                String.format(
                        Locale.ROOT,
                        "%d validation error%s detected. %s",
                        violations.size(),
                        violations.size() == 1 ? "" : "s",
                        String.join("; ", violations)));
    }
}
