package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A format that is made of JSON is another one. */
final class ContentTypeOtherJson extends RefusedRequest {

    ContentTypeOtherJson() {
        super("request-content-type-other-json", "UnsupportedMediaTypeException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).body(Content.of("{}")).header("content-type", "application/hal+json");
    }
}
