package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;

/** A body that is said to be a form is not read. */
final class ContentTypeForm extends RefusedRequest {

    ContentTypeForm() {
        super("request-content-type-form", "UnsupportedMediaTypeException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return trial.history(one).body(Content.of("{}")).header("content-type", "application/x-www-form-urlencoded");
    }
}
