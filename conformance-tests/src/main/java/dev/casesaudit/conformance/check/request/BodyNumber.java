package dev.casesaudit.conformance.check.request;

/** A number is no input. */
final class BodyNumber extends MalformedBody {

    BodyNumber() {
        super("request-body-number", "%d");
    }
}
