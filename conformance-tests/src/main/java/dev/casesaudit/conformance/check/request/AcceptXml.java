package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A client that accepts XML alone gets no JSON. */
final class AcceptXml extends RefusedRequest {

    AcceptXml() {
        super("request-accept-xml", "NotAcceptableException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).json("{}").header("accept", "application/xml");
    }
}
