package dev.casesaudit.conformance.flaw;

import java.util.List;
import java.util.stream.Stream;

/** Every flaw. */
final class Flaws {

    private Flaws() {}

    static List<Flaw> all() {
        return Stream.of(
                        RequestFlaws.all(),
                        ResponseFlaws.all(),
                        PaginationFlaws.all(),
                        ErrorFlaws.all(),
                        ProtocolFlaws.all())
                .flatMap(List::stream)
                .toList();
    }
}
