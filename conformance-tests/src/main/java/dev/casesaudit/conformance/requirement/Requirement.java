package dev.casesaudit.conformance.requirement;

import java.util.List;
import java.util.Locale;

/**
 * A requirement of an endpoint. The check with the same id tries it.
 *
 * @param id in kebab-case, starting with the area; never reused for another requirement
 * @param statement the requirement in one sentence
 * @param sources the documents that demand it, at least one
 * @param hint the usual cause if it is broken
 */
public record Requirement(String id, Level level, String statement, List<Source> sources, String hint) {

    public Requirement {
        if (!id.matches("[a-z]+(-[a-z0-9]+)+")) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "the id '%s' is not kebab-case", id));
        }
        if (statement.isBlank() || hint.isBlank() || sources.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "'%s' lacks a statement, a hint or a source", id));
        }
        sources = List.copyOf(sources);
    }

    public Area area() {
        String first = id.substring(0, id.indexOf('-'));
        return Area.labelled(first)
                .orElseThrow(() ->
                        new IllegalStateException(String.format(Locale.ROOT, "the id '%s' begins with no area", id)));
    }
}
