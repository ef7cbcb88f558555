package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Flaws that the requirements of the area error catch. */
final class ErrorFlaws {

    private ErrorFlaws() {}

    static List<Flaw> all() {
        return List.of();
    }
}
