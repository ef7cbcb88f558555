package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.http.Content;

/** Media types have no letter case. */
final class ContentTypeLetterCase extends AcceptedRequest {

    ContentTypeLetterCase() {
        super(
                "request-content-type-letter-case",
                history -> history.body(Content.of("{}")).header("content-type", "Application/JSON"));
    }
}
