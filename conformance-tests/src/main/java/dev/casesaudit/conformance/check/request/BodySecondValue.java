package dev.casesaudit.conformance.check.request;

/** A body is one object, and not two. */
final class BodySecondValue extends MalformedBody {

    BodySecondValue() {
        super("request-body-second-value", "{\"maxResults\":%d}{}");
    }
}
