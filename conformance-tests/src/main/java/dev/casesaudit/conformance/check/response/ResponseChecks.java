package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class ResponseChecks {

    private ResponseChecks() {}

    public static List<Check> all() {
        return List.of(new EventIdLength());
    }
}
