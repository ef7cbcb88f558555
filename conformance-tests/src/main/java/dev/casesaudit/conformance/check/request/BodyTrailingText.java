package dev.casesaudit.conformance.check.request;

/** After the object comes nothing more. */
final class BodyTrailingText extends MalformedBody {

    BodyTrailingText() {
        super("request-body-trailing-text", "{\"maxResults\":%d} x");
    }
}
