package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/** A question about the new token of a first page with one event. */
abstract class TokenQuestion extends CaseQuestion {

    TokenQuestion(String id, String text) {
        super(id, text, SHORTEST);
    }

    @Override
    final String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        Optional<String> token = fresh(context, one);
        return token.isPresent()
                ? answer(context, one, token.get())
                : "not seen: a first page of one event has no token";
    }

    abstract String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure;

    static Optional<String> fresh(CheckContext context, CaseRef one) throws ProbeFailure {
        return Page.read(context.send(context.page(one, 1, Optional.empty())))
                .flatMap(Page::nextToken)
                .filter(token -> !token.isEmpty());
    }

    /** Sends a token back. A page size of 0 is left out. */
    static Exchange use(CheckContext context, CaseRef one, int pageSize, String token) throws ProbeFailure {
        return context.send(context.page(one, pageSize, Optional.of(token)));
    }
}
