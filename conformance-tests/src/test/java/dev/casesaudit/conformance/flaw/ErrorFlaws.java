package dev.casesaudit.conformance.flaw;

import java.util.List;
import java.util.stream.Stream;

/** Flaws that the requirements of the area error catch. */
final class ErrorFlaws {

    private ErrorFlaws() {}

    static List<Flaw> all() {
        return Stream.of(
                        ErrorStatusFlaws.all(),
                        NotFoundFlaws.all(),
                        ErrorBodyFlaws.all(),
                        LimitFlaws.all(),
                        SignatureFlaws.all())
                .flatMap(List::stream)
                .toList();
    }
}
