package dev.casesaudit.conformance.check.request;

/** A client may accept a range of media types. */
final class AcceptAnyApplication extends AcceptedRequest {

    AcceptAnyApplication() {
        super("request-accept-any-application", history -> history.json("{}").header("accept", "application/*"));
    }
}
