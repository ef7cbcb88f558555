package dev.casesaudit.conformance.wiremock;

import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Regular expressions, since the JSON matchers of WireMock are lenient and accept "5" as 5. Quantifiers are possessive:
 * Java runs other ones recursively, and a body of 100 kB would overflow the stack.
 */
final class Patterns {

    /** Any label, valid or not. */
    static final String LABEL = "[^/]*+";

    /** The path of the operation with any labels. */
    static final String ANY_PATH = path(LABEL, LABEL);

    /** One percent-encoded or plain code point of a label. */
    private static final String CODE_POINT =
            "(?:%[0-7][0-9A-Fa-f]|%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f])++|[^/%])";

    private static final String SPACE = "[ \\t\\r\\n]*+";
    private static final String STRING = string();
    private static final String COLON = SPACE + ":" + SPACE;
    private static final String SCALAR =
            STRING + "|-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?+(?:[eE][+-]?\\d++)?+|true|false|null";

    // An expression cannot follow unlimited nesting. The input has none, so this only matters to unknown members.
    private static final int LEVELS = 4;

    private Patterns() {}

    /** The path of the operation for a case. */
    static String path(CaseRef one) {
        return path(label(one.domainId()), label(one.caseId()));
    }

    /** A label, with any of its bytes percent-encoded. */
    static String label(String label) {
        StringBuilder expression = new StringBuilder();
        for (byte one : label.getBytes(StandardCharsets.UTF_8)) {
            String plain = Request.encoded(String.valueOf((char) one));
            String encoded = String.format(Locale.ROOT, "%%%s%s", digit(one >> 4), digit(one));
            expression.append(
                    plain.length() == 1
                            ? String.format(Locale.ROOT, "(%s|%s)", plain.replace(".", "\\."), encoded)
                            : encoded);
        }
        return expression.toString();
    }

    private static String digit(int bits) {
        char digit = Character.forDigit(bits & 0xF, 16);
        return Character.isLetter(digit)
                ? String.format(Locale.ROOT, "[%s%s]", digit, Character.toUpperCase(digit))
                : "" + digit;
    }

    /** The path of the operation for matching labels, with or without a trailing slash. */
    static String path(String domain, String caseId) {
        return String.format(Locale.ROOT, "/domains/%s/cases/%s/audit-history/?", domain, caseId);
    }

    /** A label that is not percent-encoded UTF-8. */
    static String malformedLabel() {
        return String.format(Locale.ROOT, "(?!%s*+/)%s", CODE_POINT, LABEL);
    }

    /** A label with more code points. */
    static String labelLongerThan(long maximum) {
        return String.format(Locale.ROOT, "%s{%s,}+", CODE_POINT, maximum + 1);
    }

    /** A string with more code points. */
    static String textLongerThan(long maximum) {
        return String.format(Locale.ROOT, "(?s).{%s,}+", maximum + 1);
    }

    /** No body, or a JSON object that is a well-formed input. */
    static String readableBody() {
        String size = "\"maxResults\"" + COLON + "(?:null|-?(?:0|[1-9]\\d*+)(?![.eE\\d]))";
        String token = "\"nextToken\"" + COLON + "(?:null|" + STRING + ")";
        String other = "(?!\"(?:maxResults|nextToken)\")" + STRING + COLON + value(LEVELS);
        String object = bracketed("\\{", String.format(Locale.ROOT, "(?:%s|%s|%s)", size, token, other), "\\}");
        return String.format(Locale.ROOT, "(?:%s%s%s)?+", SPACE, object, SPACE);
    }

    private static String value(int levels) {
        if (levels == 0) {
            return "(?:" + SCALAR + ")";
        }
        String inner = value(levels - 1);
        String list = bracketed("\\[", inner, "\\]");
        String object = bracketed("\\{", STRING + COLON + inner, "\\}");
        return String.format(Locale.ROOT, "(?:%s|%s|%s)", SCALAR, list, object);
    }

    // A list of items with commas between them. The item is in the expression once, which keeps the expression short.
    private static String bracketed(String open, String item, String close) {
        return String.format(
                Locale.ROOT,
                "%s%s(?:%s%s(?:,%s(?!%s)|(?=%s)))*+%s",
                open,
                SPACE,
                item,
                SPACE,
                SPACE,
                close,
                close,
                close);
    }

    private static String string() {
        String plain = "[^\"\\\\\\x00-\\x1F]*+";
        String escape = "\\\\(?:[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4})";
        return String.format(Locale.ROOT, "\"%s(?:%s%s)*+\"", plain, escape, plain);
    }
}
