package dev.casesaudit.conformance.check.request;

/** A slash at the end of the route means nothing. */
final class RouteTrailingSlash extends AcceptedRequest {

    RouteTrailingSlash() {
        super("request-route-trailing-slash", history -> history.target(history.target() + "/"));
    }
}
