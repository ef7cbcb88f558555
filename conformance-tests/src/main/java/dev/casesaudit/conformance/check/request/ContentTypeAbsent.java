package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A body has to say what it is. */
final class ContentTypeAbsent extends RefusedRequest {

    ContentTypeAbsent() {
        super("request-content-type-absent", "UnsupportedMediaTypeException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).body(Content.of("{}"));
    }
}
