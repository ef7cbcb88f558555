package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Mistake;

/** A body that is not announced as JSON is not read. */
final class UnsupportedMediaType extends RefusalCheck {

    UnsupportedMediaType() {
        super("error-unsupported-media-type", Mistake.UNSUPPORTED_MEDIA_TYPE);
    }
}
