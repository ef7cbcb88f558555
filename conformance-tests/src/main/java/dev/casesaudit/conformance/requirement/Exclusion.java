package dev.casesaudit.conformance.requirement;

import java.util.List;

/**
 * A sentence of the documents that no check tries.
 *
 * @param reason why no check can or should try it
 */
public record Exclusion(String statement, List<Source> sources, String reason) {

    public Exclusion {
        if (statement.isBlank() || reason.isBlank() || sources.isEmpty()) {
            throw new IllegalArgumentException("an exclusion lacks a statement, a source or a reason");
        }
        sources = List.copyOf(sources);
    }
}
