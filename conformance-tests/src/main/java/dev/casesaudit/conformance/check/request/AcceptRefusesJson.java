package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A weight of zero refuses a media type. */
final class AcceptRefusesJson extends RefusedRequest {

    AcceptRefusesJson() {
        super("request-accept-refuses-json", "NotAcceptableException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).json("{}").header("accept", "application/json;q=0");
    }
}
