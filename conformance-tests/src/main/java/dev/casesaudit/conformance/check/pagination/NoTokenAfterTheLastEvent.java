package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page that ends the history says so, also where it is exactly full. An empty page after it is legal, and wasteful. */
final class NoTokenAfterTheLastEvent extends WalksCheck {

    NoTokenAfterTheLastEvent() {
        super("pagination-no-token-after-the-last-event");
    }

    @Override
    List<Walk> walks(Trial trial, CaseRef one) throws ProbeFailure {
        List<Walk> walks = new ArrayList<>(super.walks(trial, one));
        int all = trial.walk(one).eventIds().size();
        if (trial.walk(one).complete() && all > 0 && all <= trial.contract().defaultPageSize()) {
            walks.add(trial.walk(one, all));
        }
        Optional<CaseRef> full = trial.profile().find(Role.FULL_PAGE);
        if (full.isPresent()) {
            walks.add(trial.walk(full.get()));
        }
        return walks;
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            List<Page> pages = walk.pages();
            int last = pages.size() - 1;
            while (last > 0 && pages.get(last).events().isEmpty()) {
                last--;
            }
            if (walk.complete() && last < pages.size() - 1) {
                findings.add(new Finding(
                        "/nextToken",
                        "no token on the page with the last event",
                        "a token that leads to an empty page",
                        pages.get(last).exchange()));
            }
        }
        return findings;
    }
}
