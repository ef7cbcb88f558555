package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class ErrorChecks {

    private ErrorChecks() {}

    public static List<Check> all() {
        return List.of();
    }
}
