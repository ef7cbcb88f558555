package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.Role;

/** A walk of several tokens leads through a long history. */
final class LongHistory extends HistoryCheck {

    LongHistory() {
        super("pagination-long-history", Role.LONG);
    }
}
