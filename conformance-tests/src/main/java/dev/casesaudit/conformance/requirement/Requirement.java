package dev.casesaudit.conformance.requirement;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is demanded of an endpoint, tried by the one check of the same id.
 *
 * @param id kebab-case, the area first; never reused for something else
 * @param statement what must hold, in one sentence
 * @param sources who says so, at least one
 * @param hint what is usually wrong where it does not hold
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
