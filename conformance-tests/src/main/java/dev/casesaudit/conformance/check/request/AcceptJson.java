package dev.casesaudit.conformance.check.request;

/** A client may accept JSON alone. */
final class AcceptJson extends AcceptedRequest {

    AcceptJson() {
        super("request-accept-json", history -> history.json("{}").header("accept", "application/json"));
    }
}
