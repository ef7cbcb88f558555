package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A body that is not JSON is refused as one that cannot be read. */
final class MalformedRequest extends RefusalCheck {

    MalformedRequest() {
        super("error-malformed-request", Mistake.MALFORMED);
    }
}
