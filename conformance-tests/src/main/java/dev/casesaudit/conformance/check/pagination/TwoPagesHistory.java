package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.Role;

/** A history that is longer than the largest page comes on several, and all of it. */
final class TwoPagesHistory extends HistoryCheck {

    TwoPagesHistory() {
        super("pagination-two-pages-history", Role.TWO_PAGES);
    }
}
