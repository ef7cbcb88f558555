package dev.casesaudit.conformance.wiremock;

import java.util.Locale;

/**
 * Templates for the labels of a path. WireMock decodes a path before it splits it into segments, so an encoded slash
 * would shift them.
 */
enum Labels {
    DOMAIN("label.0"),
    CASE("label.1");

    /** Must come before the first use of a label. Writes nothing. */
    static final String FIND = "{{regexExtract request.url '/domains/([^/]*)/cases/([^/?]*)/audit-history' 'label'}}";

    private final String decoded;

    Labels(String encoded) {
        decoded = String.format(Locale.ROOT, "(urlEncode %s decode=true)", encoded);
    }

    /** The label as a JSON string, in quotes. */
    String json() {
        return String.format(Locale.ROOT, "{{toJson %s}}", decoded);
    }

    /** The number of its characters. */
    String length() {
        return String.format(Locale.ROOT, "{{size %s}}", decoded);
    }
}
