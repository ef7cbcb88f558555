package dev.casesaudit.conformance.check.request;

/** A string is no input, even one of JSON. */
final class BodyString extends MalformedBody {

    BodyString() {
        super("request-body-string", "\"{}\"");
    }
}
