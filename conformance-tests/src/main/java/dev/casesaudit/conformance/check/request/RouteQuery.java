package dev.casesaudit.conformance.check.request;

/** The operation has no query. */
final class RouteQuery extends AcceptedRequest {

    RouteQuery() {
        super("request-route-query", history -> history.target(history.target() + "?maxResults=0&nextToken=x"));
    }
}
