package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A client that accepts HTML alone gets no JSON. */
final class AcceptHtml extends RefusedRequest {

    AcceptHtml() {
        super("request-accept-html", "NotAcceptableException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).json("{}").header("accept", "text/html");
    }
}
