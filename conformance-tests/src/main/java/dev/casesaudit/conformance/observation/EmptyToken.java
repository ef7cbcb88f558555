package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

final class EmptyToken extends CaseQuestion {

    EmptyToken() {
        super("empty-token", "What does an empty nextToken lead to?", SHORTEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange exchange = context.sendOnce(context.page(one, 0, Optional.of("")));
        Optional<Page> page = Page.read(exchange);
        if (page.isEmpty()) {
            return ResponseText.of(exchange);
        }
        Optional<Page> first = Page.read(context.sendOnce(context.history(one)));
        boolean same = page.map(Page::eventIds).equals(first.map(Page::eventIds));
        return same ? "the first page" : page.get().events().isEmpty() ? "an empty page" : "another page";
    }
}
