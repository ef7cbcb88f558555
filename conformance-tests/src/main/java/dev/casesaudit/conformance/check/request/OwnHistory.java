package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether an answer is a page of a case's own history. Its order and its length are the target's affair. */
record OwnHistory(CaseRef one, Walk walk) {

    static OwnHistory of(Trial trial, CaseRef one) throws ProbeFailure {
        return new OwnHistory(one, trial.walk(one));
    }

    /** Judges the answer to a request that is unusual and right, by that to one without what is unusual. */
    static Outcome judged(Trial trial, CaseRef one, Request tried, Request without) throws ProbeFailure {
        List<Finding> refused = Expect.page(trial.once(tried));
        return refused.isEmpty()
                ? trial.atRest(one, same -> Outcome.of(of(trial, same).findings(trial.once(tried))))
                : trial.blaming(refused, without);
    }

    List<Finding> findings(Exchange exchange) {
        Optional<Page> page = Page.read(exchange);
        if (page.isEmpty()) {
            return Expect.page(exchange);
        }
        List<String> ids = page.get().eventIds();
        boolean nothing =
                page.get().events().isEmpty() && page.get().nextToken().isEmpty();
        if (nothing && !walk.events().isEmpty()) {
            return List.of(Finding.of(
                    exchange, String.format(Locale.ROOT, "events of %s", one), "a page without events or nextToken"));
        }
        if (!ids.isEmpty() && !walk.eventIds().isEmpty() && Collections.disjoint(ids, walk.eventIds())) {
            return List.of(Finding.of(
                    exchange,
                    String.format(Locale.ROOT, "events of %s", one),
                    String.format(Locale.ROOT, "event '%s', which it does not have", ids.get(0))));
        }
        return List.of();
    }
}
