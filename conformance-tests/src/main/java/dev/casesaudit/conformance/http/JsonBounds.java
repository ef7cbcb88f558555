package dev.casesaudit.conformance.http;

import java.util.Locale;

/** Keeps JSON that would exhaust this machine from being parsed: a parser finds out too late how deep or how full it is. */
final class JsonBounds {

    private JsonBounds() {}

    /** Looks at a body that begins as an object or a list; no other can hold more than one value. */
    static void require(byte[] body, AnswerLimits limits) throws BrokenAnswer {
        boolean within = false;
        boolean escaped = false;
        int depth = 0;
        int values = 1;
        int start = first(body);
        if (start == body.length || (body[start] != '{' && body[start] != '[')) {
            return;
        }
        for (int at = start; at < body.length; at++) {
            byte next = body[at];
            if (next == 0) {
                // The other byte of UTF-16, which parsers read too.
                continue;
            }
            if (within) {
                within = escaped || next != '"';
                escaped = !escaped && next == '\\';
            } else if (next == '"') {
                within = true;
            } else if (next == '{' || next == '[') {
                depth++;
                values++;
            } else if (next == '}' || next == ']') {
                depth--;
            } else if (next == ',') {
                values++;
            }
            if (depth > limits.depth()) {
                throw new BrokenAnswer(
                        String.format(Locale.ROOT, "its JSON is more than %d levels deep", limits.depth()));
            }
            if (values > limits.values()) {
                throw new BrokenAnswer(String.format(Locale.ROOT, "its JSON has more than %d values", limits.values()));
            }
        }
    }

    // Behind white space, and the marks of UTF-8 and UTF-16 that some writers begin with.
    private static int first(byte[] body) {
        int at = 0;
        while (at < body.length && body[at] <= ' ') {
            at++;
        }
        return at;
    }
}
