package dev.casesaudit.conformance.check.request;

/** A list is no input. */
final class BodyArray extends MalformedBody {

    BodyArray() {
        super("request-body-array", "[]");
    }
}
