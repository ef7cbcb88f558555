package dev.casesaudit.conformance.check.request;

/** A client may accept anything. */
final class AcceptAnything extends AcceptedRequest {

    AcceptAnything() {
        super("request-accept-anything", history -> history.json("{}").header("accept", "*/*"));
    }
}
