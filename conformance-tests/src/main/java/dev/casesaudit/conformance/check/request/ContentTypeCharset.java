package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.http.Content;

/** The media type may name a charset. */
final class ContentTypeCharset extends AcceptedRequest {

    ContentTypeCharset() {
        super(
                "request-content-type-charset",
                history -> history.body(Content.of("{}")).header("content-type", "application/json; charset=utf-8"));
    }
}
