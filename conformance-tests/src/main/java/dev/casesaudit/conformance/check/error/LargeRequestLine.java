package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.http.Request;

/** A request line of 40 KB, in a query that is ignored. */
final class LargeRequestLine extends LargeCheck {

    LargeRequestLine() {
        super("error-large-request-line", "RequestUriTooLongException");
    }

    @Override
    Request large(Request request) {
        return request.target(request.target() + "?padding=" + "x".repeat(40_000));
    }
}
