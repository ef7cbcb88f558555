package dev.casesaudit.conformance.check.request;

/** An object that does not end is refused. */
final class BodyTruncated extends MalformedBody {

    BodyTruncated() {
        super("request-body-truncated", "{\"maxResults\":%d");
    }
}
