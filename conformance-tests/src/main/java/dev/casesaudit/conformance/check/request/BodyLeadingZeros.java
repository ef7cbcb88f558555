package dev.casesaudit.conformance.check.request;

/** Numbers have no leading zeros. */
final class BodyLeadingZeros extends MalformedBody {

    BodyLeadingZeros() {
        super("request-body-leading-zeros", "{\"maxResults\":0%d}");
    }
}
