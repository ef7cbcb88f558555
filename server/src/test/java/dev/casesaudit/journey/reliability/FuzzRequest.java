package dev.casesaudit.journey.reliability;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes sent at one number.
 *
 * @param parts the requests in it, one response for each; none, where the bytes may not be requests
 */
record FuzzRequest(long number, String bytes, List<Part> parts) {

    // Requests for faults that break the protocol. Percent-encoded too, since ids may be.
    private static final Pattern ASKED = Pattern.compile(
            "InternalServer|html|malformed|wrong-content|close\\(|close$|reset|hang|slow\\(|internal-error",
            Pattern.CASE_INSENSITIVE);
    private static final int SHOWN = 3_000;

    FuzzRequest {
        parts = List.copyOf(parts);
    }

    /** Whether its end is unknown. */
    boolean hasUnknownEnd() {
        return parts.isEmpty();
    }

    /** Whether it may ask for a fault. */
    static boolean asksForFault(String bytes) {
        return ASKED.matcher(decoded(bytes)).find();
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0
                ? text
                : Pattern.compile("%([2-7][0-9a-fA-F])")
                        .matcher(text)
                        .replaceAll(hex ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex.group(1), 16))));
    }

    /** Returns the bytes in a readable form, with the command to send them again. */
    String shown() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "number %d of seed %d (again by -Dreliability.seed=%d -Dfuzz.only=%d), %d bytes: ",
                number,
                Effort.seed(),
                Effort.seed(),
                number,
                bytes.length()));
        for (int i = 0; i < Math.min(bytes.length(), SHOWN); i++) {
            char one = bytes.charAt(i);
            text.append(
                    one == '\r'
                            ? "\\r"
                            : one == '\n'
                                    ? "\\n\n"
                                    : one < ' ' || one > '~'
                                            ? String.format(Locale.ROOT, "\\x%02X", (int) one)
                                            : String.valueOf(one));
        }
        return text.append(bytes.length() > SHOWN ? "…" : "").toString();
    }

    /**
     * One request.
     *
     * @param head whether its response has no body
     * @param hasFault whether it asks for a fault
     * @param old whether its HTTP version closes the connection without saying so
     */
    record Part(boolean head, boolean hasFault, boolean old) {

        static Part of(Message message) {
            return new Part(
                    message.method().equals("HEAD"),
                    asksForFault(message.bytes()),
                    !message.version().equals("HTTP/1.1"));
        }
    }
}
