package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

final class FullLastPageToken extends CaseQuestion {

    FullLastPageToken() {
        super("full-last-page-token", "Does a full page with the last event have a token?", SHORTEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        // With pages of one event, each page is full.
        Walk walk = context.walk(one, 1);
        List<Page> pages = walk.pages();
        if (!walk.complete() || walk.events().isEmpty()) {
            return "not seen: no walk by pages of one event came to its end";
        }
        return pages.get(pages.size() - 1).events().isEmpty() ? "a token" : "no token";
    }
}
