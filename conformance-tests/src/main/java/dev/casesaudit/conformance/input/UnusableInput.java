package dev.casesaudit.conformance.input;

import java.util.List;
import java.util.Locale;

/** What somebody handed to the kit cannot be used. The message has every reason. */
public final class UnusableInput extends Exception {

    private static final long serialVersionUID = 1;

    UnusableInput(String what, List<String> problems) {
        super(message(what, problems), null, false, false);
    }

    /** A single reason, which says where it is. */
    public static UnusableInput of(String problem) {
        return new UnusableInput("", List.of(problem));
    }

    private static String message(String what, List<String> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : String.format(
                        Locale.ROOT,
                        "%s cannot be used, for %d reasons:\n  %s",
                        what,
                        problems.size(),
                        String.join("\n  ", problems));
    }
}
