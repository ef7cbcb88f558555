package dev.casesaudit.server.exam;

import java.util.List;
import java.util.stream.Stream;

/** Judges what a client sent. */
@FunctionalInterface
interface Judge {

    /** Returns why the client fails; empty, if it passes. It has sent something. */
    List<String> reasons(Evidence evidence);

    /** Both judges. */
    default Judge and(Judge other) {
        return evidence -> Stream.concat(reasons(evidence).stream(), other.reasons(evidence).stream())
                .toList();
    }
}
