package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class RequestChecks {

    private RequestChecks() {}

    public static List<Check> all() {
        return List.of(new MaxResultsAboveMaximum());
    }
}
