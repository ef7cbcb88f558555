package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.error.ErrorChecks;
import dev.casesaudit.conformance.check.pagination.PaginationChecks;
import dev.casesaudit.conformance.check.protocol.ProtocolChecks;
import dev.casesaudit.conformance.check.request.RequestChecks;
import dev.casesaudit.conformance.check.response.ResponseChecks;
import java.util.List;
import java.util.stream.Stream;

/** Every check of the kit. */
public final class Checks {

    private Checks() {}

    /** Returns them area by area; those that look at what the others saw come last. */
    public static List<Check> all() {
        return Stream.of(
                        RequestChecks.all(),
                        ResponseChecks.all(),
                        PaginationChecks.all(),
                        ErrorChecks.all(),
                        ProtocolChecks.all())
                .flatMap(List::stream)
                .toList();
    }
}
