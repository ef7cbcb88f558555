package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.Set;

/** Asks for pages as small or as large as the contract lets them be. */
abstract class AcceptedPageSize implements Check {

    private final String id;
    private final Boundary boundary;
    private final int events;

    /** Takes how many events the case has to have at least. */
    AcceptedPageSize(String id, Boundary boundary, int events) {
        this.id = id;
        this.boundary = boundary;
        this.events = events;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.RANGE).at(boundary));
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(events, one -> judged(trial, one));
    }

    private Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        Constraint range = trial.contract().ofInput("maxResults", Keyword.RANGE);
        long size = boundary == Boundary.MINIMUM ? range.minimum() : range.maximum();
        Request sized = trial.history(one).json("{\"maxResults\":" + size + "}");
        Outcome outcome = OwnHistory.judged(trial, one, sized, trial.history(one));
        Exchange exchange = trial.once(sized);
        int served = Page.read(exchange).map(page -> page.events().size()).orElse(0);
        return outcome instanceof Outcome.Passed && served > size
                ? Outcome.failed(new Finding(
                        "/auditEvents",
                        "at most " + Words.count(size, "event"),
                        Words.count(served, "event"),
                        exchange))
                : outcome;
    }
}
