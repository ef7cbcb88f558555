package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.Role;

/** A history of exactly one page comes complete. */
final class FullPageHistory extends HistoryCheck {

    FullPageHistory() {
        super("pagination-full-page-history", Role.FULL_PAGE);
    }
}
