package dev.casesaudit.conformance.check.request;

/** A client need not say what it accepts. */
final class AcceptAbsent extends AcceptedRequest {

    AcceptAbsent() {
        super(
                "request-accept-absent",
                history -> history.json("{}"),
                history -> history.json("{}").header("accept", "application/json"));
    }
}
