package dev.casesaudit.conformance.check.request;

/** JSON may be one of several media types. */
final class AcceptList extends AcceptedRequest {

    AcceptList() {
        super(
                "request-accept-list",
                history -> history.json("{}").header("accept", "text/html, application/xml,application/json"));
    }
}
