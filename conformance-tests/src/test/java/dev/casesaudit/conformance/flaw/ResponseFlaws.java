package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Flaws that the requirements of the area response catch. */
final class ResponseFlaws {

    private ResponseFlaws() {}

    static List<Flaw> all() {
        return List.of();
    }
}
