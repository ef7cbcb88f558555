package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

final class PageFullness extends CaseQuestion {

    PageFullness() {
        super("page-fullness", "Is a page with a token as full as maxResults allows?", LONGEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        Walk walk = context.walk(one);
        List<Page> followed = walk.pages().stream()
                .filter(page -> page.nextToken().isPresent())
                .toList();
        if (followed.isEmpty()) {
            return "not seen: the longest case has one page";
        }
        int size = context.contract().defaultPageSize();
        return followed.stream().allMatch(page -> page.events().size() >= size) ? "full" : "sometimes shorter";
    }
}
