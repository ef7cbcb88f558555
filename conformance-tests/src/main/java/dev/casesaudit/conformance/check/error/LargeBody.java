package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.http.Request;
import java.util.Locale;

/** A body of 200 KB, in a member that nobody knows. */
final class LargeBody extends LargeCheck {

    LargeBody() {
        super("error-large-body", "RequestEntityTooLargeException");
    }

    @Override
    Request large(Request request) {
        return request.json(String.format(Locale.ROOT, "{\"padding\":\"%s\"}", "x".repeat(200_000)));
    }
}
