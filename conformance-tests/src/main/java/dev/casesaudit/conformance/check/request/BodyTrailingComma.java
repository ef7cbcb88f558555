package dev.casesaudit.conformance.check.request;

/** After the last member comes no comma. */
final class BodyTrailingComma extends MalformedBody {

    BodyTrailingComma() {
        super("request-body-trailing-comma", "{\"maxResults\":%d,}");
    }
}
