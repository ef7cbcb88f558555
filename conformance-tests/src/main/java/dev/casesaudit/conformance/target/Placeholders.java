package dev.casesaudit.conformance.target;

import java.util.Optional;

/** Tells an id from the place for one in a profile that was written by {@code init}. */
final class Placeholders {

    private Placeholders() {}

    static Optional<String> filled(String text) {
        return Optional.of(text).filter(id -> !(id.startsWith("<") && id.endsWith(">")));
    }
}
