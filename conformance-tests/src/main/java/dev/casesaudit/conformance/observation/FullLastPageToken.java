package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

/** Whether the end is told with the last event, or after it. */
final class FullLastPageToken extends CaseQuestion {

    FullLastPageToken() {
        super("full-last-page-token", "Does an exactly full page with the last event carry a token?", SHORTEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        // By pages of one event every page is full.
        Walk walk = context.walk(one, 1);
        List<Page> pages = walk.pages();
        if (!walk.complete() || walk.events().isEmpty()) {
            return "not seen: no walk by pages of one event came to its end";
        }
        return pages.get(pages.size() - 1).events().isEmpty() ? "a token" : "no token";
    }
}
