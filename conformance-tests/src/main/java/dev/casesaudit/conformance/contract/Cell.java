package dev.casesaudit.conformance.contract;

import java.util.Locale;

/**
 * One boundary of one constraint: what the coverage matrix has a place for.
 *
 * @param member such as {@code AuditEvent.eventId}; items of a list end in {@code []}
 */
public record Cell(String member, Keyword keyword, Boundary boundary) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s, %s", member, keyword.label(), boundary.label());
    }
}
