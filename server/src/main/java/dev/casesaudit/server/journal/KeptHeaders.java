package dev.casesaudit.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is kept of the headers of a request: all of them, as they are, where they are as many and as long as usual.
 *
 * @param memory about how many bytes of memory they take up, with the start of the body that they announce
 */
record KeptHeaders(Iterable<Map.Entry<String, String>> all, long memory) {

    /** How long the names and values of all of them may be. */
    static final int LONGEST = 8_192;

    /** How many there may be. Many short ones take up far more than their characters. */
    static final int MOST = 100;

    private static final int HEADER_BYTES = 160;
    private static final int CHARACTER = 2;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}");

    static KeptHeaders of(Iterable<Map.Entry<String, String>> headers) {
        int count = 0;
        int length = 0;
        int body = 0;
        for (Map.Entry<String, String> header : headers) {
            count++;
            length += lengthOf(header);
            if (count > MOST || length > LONGEST) {
                return new KeptHeaders(first(headers), memory(MOST, LONGEST, Attempt.MOST_OF_A_BODY));
            }
            body = Math.max(body, announced(header));
        }
        return new KeptHeaders(headers, memory(count, length, body));
    }

    private static long memory(int count, int length, int body) {
        return HEADER_BYTES * (long) count + CHARACTER * (long) length + body;
    }

    private static int announced(Map.Entry<String, String> header) {
        String name = header.getKey();
        if (name.equalsIgnoreCase("content-length")) {
            return LENGTH.matcher(header.getValue()).matches()
                    ? Attempt.keptOf(Integer.parseInt(header.getValue()))
                    : Attempt.MOST_OF_A_BODY;
        }
        return name.equalsIgnoreCase("transfer-encoding") ? Attempt.MOST_OF_A_BODY : 0;
    }

    // One that is too long alone is left out, and those after it are not.
    private static List<Map.Entry<String, String>> first(Iterable<Map.Entry<String, String>> headers) {
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        int length = 0;
        int leftOut = 0;
        for (Map.Entry<String, String> header : headers) {
            if (kept.size() < MOST && length + lengthOf(header) <= LONGEST) {
                length += lengthOf(header);
                kept.add(Map.entry(header.getKey(), header.getValue()));
            } else {
                leftOut++;
            }
        }
        kept.add(Map.entry("…", String.format(Locale.ROOT, "%d more, too many or too long to be kept", leftOut)));
        return kept;
    }

    private static int lengthOf(Map.Entry<String, String> header) {
        return header.getKey().length() + header.getValue().length();
    }
}
