package dev.casesaudit.conformance.check.request;

/** A form feed is no white space. */
final class BodyFormFeed extends MalformedBody {

    BodyFormFeed() {
        super("request-body-form-feed", "{\f\"maxResults\":%d}");
    }
}
