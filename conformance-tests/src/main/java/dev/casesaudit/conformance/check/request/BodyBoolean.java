package dev.casesaudit.conformance.check.request;

/** A boolean is no input. */
final class BodyBoolean extends MalformedBody {

    BodyBoolean() {
        super("request-body-boolean", "true");
    }
}
