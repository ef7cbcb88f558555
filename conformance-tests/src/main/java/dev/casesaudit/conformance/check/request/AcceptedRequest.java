package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import java.util.function.UnaryOperator;

/** Asks for a history in a way that the protocol allows, and wants a page of it. */
abstract class AcceptedRequest implements Check {

    private final String id;
    private final UnaryOperator<Request> way;

    /** Takes what makes the request for a history, which has no header and no body, the one to try. */
    AcceptedRequest(String id, UnaryOperator<Request> way) {
        this.id = id;
        this.way = way;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(
                one -> Outcome.of(OwnHistory.of(trial, one).findings(trial.once(way.apply(trial.history(one))))));
    }
}
