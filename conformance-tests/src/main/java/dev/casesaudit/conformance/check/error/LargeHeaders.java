package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.http.Request;

/** Headers of 70 KB together, none of them longer than servers usually read. */
final class LargeHeaders extends LargeCheck {

    LargeHeaders() {
        super("error-large-headers", "RequestHeaderFieldsTooLargeException");
    }

    @Override
    Request large(Request request) {
        Request large = request;
        for (int i = 0; i < 10; i++) {
            large = large.header("x-padding-" + i, "x".repeat(7_000));
        }
        return large;
    }
}
