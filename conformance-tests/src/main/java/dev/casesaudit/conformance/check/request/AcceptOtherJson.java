package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A client that accepts another format of JSON gets none of this. */
final class AcceptOtherJson extends RefusedRequest {

    AcceptOtherJson() {
        super("request-accept-other-json", "NotAcceptableException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).json("{}").header("accept", "application/hal+json");
    }
}
