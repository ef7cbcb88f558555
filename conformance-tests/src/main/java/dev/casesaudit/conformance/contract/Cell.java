package dev.casesaudit.conformance.contract;

import java.util.Locale;

/**
 * A cell of the coverage matrix: one boundary of one constraint.
 *
 * @param member such as {@code AuditEvent.eventId}; items of a list end in {@code []}
 */
public record Cell(String member, Keyword keyword, Boundary boundary) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s, %s", member, keyword.label(), boundary.label());
    }
}
