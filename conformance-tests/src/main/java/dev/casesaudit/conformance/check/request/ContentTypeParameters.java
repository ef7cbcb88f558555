package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.http.Content;

/** The media type may have parameters that nobody knows. */
final class ContentTypeParameters extends AcceptedRequest {

    ContentTypeParameters() {
        super(
                "request-content-type-parameters",
                history -> history.body(Content.of("{}")).header("content-type", "application/json;version=1; q=x"));
    }
}
