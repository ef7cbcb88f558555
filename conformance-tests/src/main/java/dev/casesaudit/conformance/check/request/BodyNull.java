package dev.casesaudit.conformance.check.request;

/** Null is no input. */
final class BodyNull extends MalformedBody {

    BodyNull() {
        super("request-body-null", "null");
    }
}
