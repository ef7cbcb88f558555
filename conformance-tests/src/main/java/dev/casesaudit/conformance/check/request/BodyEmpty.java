package dev.casesaudit.conformance.check.request;

/** An empty body with a content type is none. */
final class BodyEmpty extends AcceptedRequest {

    BodyEmpty() {
        super("request-body-empty", history -> history.header("content-type", "application/json"));
    }
}
