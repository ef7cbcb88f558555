package dev.casesaudit.conformance.check.request;

/** JSON has no comments. */
final class BodyComment extends MalformedBody {

    BodyComment() {
        super("request-body-comment", "{\"maxResults\":%d /* all */}");
    }
}
