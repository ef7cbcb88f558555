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
    private final UnaryOperator<Request> without;

    /** Takes what makes the request for a history, which has no header and no body, the one to try. */
    AcceptedRequest(String id, UnaryOperator<Request> way) {
        this(id, way, history -> without(history, way.apply(history)));
    }

    /** Takes as well what makes the request that is the same without what is tried. */
    AcceptedRequest(String id, UnaryOperator<Request> way, UnaryOperator<Request> without) {
        this.id = id;
        this.way = way;
        this.without = without;
    }

    // The nearest request in the usual form, which for that form itself is the other one.
    private static Request without(Request history, Request tried) {
        Request empty = history.json("{}");
        return tried.equals(history) || (!tried.body().isEmpty() && !tried.equals(empty)) ? empty : history;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            Request history = trial.history(one);
            return OwnHistory.judged(trial, one, way.apply(history), without.apply(history));
        });
    }
}
