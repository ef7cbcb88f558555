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

    /** Checks a length in code points. */
    public Violations check(String pointer, Shape.Text constraint, String value) {
        int length = Utf8.codePoints(value);
        if (length < constraint.minLength() || length > constraint.maxLength()) {
            violations.add(String.format(
                    Locale.ROOT,
                    "Value with length %d at '%s' failed to satisfy constraint: Member must have length between %d and %d, inclusive",
                    length,
                    pointer,
                    constraint.minLength(),
                    constraint.maxLength()));
        }
        return this;
    }

    public Violations check(String pointer, Shape.WholeNumber constraint, int value) {
        if (value < constraint.min() || value > constraint.max()) {
            violations.add(String.format(
                    Locale.ROOT,
                    "Value at '%s' failed to satisfy constraint: Member must be between %d and %d, inclusive",
                    pointer,
                    constraint.min(),
                    constraint.max()));
        }
        return this;
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
