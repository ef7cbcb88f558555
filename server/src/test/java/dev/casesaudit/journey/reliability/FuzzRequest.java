package dev.casesaudit.journey.reliability;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sent at one number.
 *
 * @param parts the requests in it, one answer for each; none, where the bytes are not known to be requests
 */
record FuzzRequest(long number, String bytes, List<Part> parts) {

    // What asks for an answer that no service would give, or for none. Encoded, too, since ids may be.
    private static final Pattern ASKED = Pattern.compile(
            "InternalServer|html|malformed|wrong-content|close\\(|close$|reset|hang|slow\\(|internal-error",
            Pattern.CASE_INSENSITIVE);
    private static final int SHOWN = 3_000;

    FuzzRequest {
        parts = List.copyOf(parts);
    }

    /** Whether nobody knows where it ends. */
    boolean isWild() {
        return parts.isEmpty();
    }

    /** Whether anything in it may ask for a misbehaviour. */
    static boolean asksForTrouble(String bytes) {
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

    /** The bytes for a person to read, and how to send them again. */
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
     * @param head whether its answer has no body
     * @param asked whether it asks for a misbehaviour
     * @param old whether it speaks a version of HTTP whose connections end without saying so
     */
    record Part(boolean head, boolean asked, boolean old) {

        static Part of(Message message) {
            return new Part(
                    message.method().equals("HEAD"),
                    asksForTrouble(message.bytes()),
                    !message.version().equals("HTTP/1.1"));
        }
    }
}
