package dev.casesaudit.conformance.check.request;

/** JSON numbers are decimal. */
final class BodyHexNumber extends MalformedBody {

    BodyHexNumber() {
        super("request-body-hex-number", "{\"maxResults\":0x%x}");
    }
}
