package dev.casesaudit.conformance.flaw;

import java.util.List;
import java.util.stream.Stream;

/** Flaws that the requirements of the area pagination catch. */
final class PaginationFlaws {

    private PaginationFlaws() {}

    static List<Flaw> all() {
        return Stream.of(
                        PageSizeFlaws.all(),
                        CutHistoryFlaws.all(),
                        PageEdgeFlaws.all(),
                        WalkFlaws.all(),
                        TokenFlaws.all(),
                        ForgedTokenFlaws.all())
                .flatMap(List::stream)
                .toList();
    }
}
