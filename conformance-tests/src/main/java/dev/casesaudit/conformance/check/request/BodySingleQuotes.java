package dev.casesaudit.conformance.check.request;

/** Names stand in double quotes. */
final class BodySingleQuotes extends MalformedBody {

    BodySingleQuotes() {
        super("request-body-single-quotes", "{'maxResults':%d}");
    }
}
