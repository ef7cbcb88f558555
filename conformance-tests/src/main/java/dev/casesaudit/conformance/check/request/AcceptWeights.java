package dev.casesaudit.conformance.check.request;

/** Media types may have weights. */
final class AcceptWeights extends AcceptedRequest {

    AcceptWeights() {
        super(
                "request-accept-weights",
                history -> history.json("{}").header("accept", "text/html;q=0.9, application/json; q=0.1"));
    }
}
