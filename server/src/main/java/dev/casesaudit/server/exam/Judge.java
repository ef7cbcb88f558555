package dev.casesaudit.server.exam;

import java.util.List;
import java.util.stream.Stream;

/** Says what was wrong with what a client sent, in words. */
@FunctionalInterface
interface Judge {

    /** Returns the reasons to fail it; none, if it did well. It has sent something. */
    List<String> reasons(Evidence evidence);

    /** This and another. */
    default Judge and(Judge other) {
        return evidence -> Stream.concat(reasons(evidence).stream(), other.reasons(evidence).stream())
                .toList();
    }
}
