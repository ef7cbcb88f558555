package dev.casesaudit.conformance.input;

import dev.casesaudit.conformance.text.Mismatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A file, an option or a variable that the kit cannot use. The message lists all problems. */
public final class UnusableInput extends Exception {

    private static final long serialVersionUID = 1;

    UnusableInput(String what, List<Mismatch> problems) {
        super(message(what, problems), null, false, false);
    }

    public static UnusableInput of(String place, String expected, String got) {
        return of(new Mismatch(place, expected, got));
    }

    static UnusableInput of(Mismatch problem) {
        return new UnusableInput("", List.of(problem));
    }

    private static String message(String what, List<Mismatch> problems) {
        return problems.size() == 1
                ? problems.get(0).toString()
                : problems.stream()
                        .map(Mismatch::toString)
                        .collect(Collectors.joining(
                                "\n  ",
                                String.format(
                                        Locale.ROOT, "%s cannot be used, for %d reasons:\n  ", what, problems.size()),
                                ""));
    }
}
