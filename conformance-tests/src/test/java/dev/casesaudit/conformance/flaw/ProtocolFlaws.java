package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Flaws that the requirements of the area protocol catch. */
final class ProtocolFlaws {

    private ProtocolFlaws() {}

    static List<Flaw> all() {
        return List.of();
    }
}
