package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.List;
import java.util.Optional;

/** Asks for a page in an unusual way, and looks at how it comes. */
abstract class PageCheck implements Check {

    /** Longer pages first: what is short is often sent as it is. */
    private static final List<Role> LONGEST =
            List.of(Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG, Role.SOME_EVENTS, Role.ONE_EVENT);

    private final String id;

    PageCheck(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        for (Role role : LONGEST) {
            Optional<CaseRef> one = trial.profile().find(role);
            if (one.isPresent()) {
                Exchange exchange = trial.ask(unusual(trial.history(one.get())));
                Optional<Finding> wrong = wrong(exchange);
                return wrong.isPresent()
                        ? Outcome.failed(wrong.get())
                        : trial.blaming(Expect.page(exchange), usual(trial.history(one.get())));
            }
        }
        return trial.withAnyCase(one -> Outcome.notTestable("no case can be read"));
    }

    /** Changes the request that is sent. */
    abstract Request unusual(Request request);

    /** Returns the same request as it usually is. */
    Request usual(Request request) {
        return request;
    }

    /** Returns what is wrong with the answer, besides that it may be no page. */
    Optional<Finding> wrong(Exchange exchange) {
        return Optional.empty();
    }
}
