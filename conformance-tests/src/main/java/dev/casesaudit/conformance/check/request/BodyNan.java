package dev.casesaudit.conformance.check.request;

/** JSON has no word for what is not a number. */
final class BodyNan extends MalformedBody {

    BodyNan() {
        super("request-body-nan", "{\"maxResults\":NaN}");
    }
}
