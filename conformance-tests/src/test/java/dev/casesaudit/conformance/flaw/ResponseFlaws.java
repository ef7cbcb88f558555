package dev.casesaudit.conformance.flaw;

import java.util.List;
import java.util.stream.Stream;

/** Flaws that the requirements of the area response catch. */
final class ResponseFlaws {

    private ResponseFlaws() {}

    static List<Flaw> all() {
        return Stream.of(
                        PageFlaws.all(),
                        BodyFlaws.all(),
                        HistoryFlaws.all(),
                        EventFlaws.all(),
                        FieldFlaws.all(),
                        PerformerFlaws.all())
                .flatMap(List::stream)
                .toList();
    }
}
