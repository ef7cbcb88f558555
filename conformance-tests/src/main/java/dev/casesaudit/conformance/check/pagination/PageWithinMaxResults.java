package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** No page, the first or a later one, has more events than were asked for, or than the default where none were. */
final class PageWithinMaxResults extends WalksCheck {

    PageWithinMaxResults() {
        super("pagination-page-within-max-results");
    }

    @Override
    List<Walk> walks(Trial trial, CaseRef one) throws ProbeFailure {
        List<Walk> walks = new ArrayList<>(super.walks(trial, one));
        // Only a history that is longer can fill a page with more than the default.
        Optional<CaseRef> longer = trial.profile().find(Role.TWO_PAGES);
        if (longer.isPresent()) {
            walks.add(trial.walk(longer.get()));
        }
        return walks;
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            int most = walk.pageSize() == 0 ? trial.contract().defaultPageSize() : walk.pageSize();
            int number = 0;
            for (Page page : walk.pages()) {
                number++;
                if (page.events().size() > most) {
                    findings.add(new Finding(
                            "/auditEvents",
                            Words.count(most, "event") + " at most",
                            String.format(
                                    Locale.ROOT,
                                    "%s on page %d of a walk %s",
                                    Words.count(page.events().size(), "event"),
                                    number,
                                    by(walk)),
                            page.exchange()));
                }
            }
        }
        return findings;
    }
}
