package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A body that is said to be text is not read. */
final class ContentTypeOther extends RefusedRequest {

    ContentTypeOther() {
        super("request-content-type-other", "UnsupportedMediaTypeException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).body(Content.of("{}")).header("content-type", "text/plain");
    }
}
