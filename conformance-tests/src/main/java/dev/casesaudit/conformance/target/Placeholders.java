package dev.casesaudit.conformance.target;

import java.util.Optional;

/** Detects ids of the template that were not filled in. */
final class Placeholders {

    private Placeholders() {}

    static Optional<String> filled(String text) {
        return Optional.of(text).filter(id -> !(id.startsWith("<") && id.endsWith(">")));
    }
}
