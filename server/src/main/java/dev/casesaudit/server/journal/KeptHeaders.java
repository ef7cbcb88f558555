package dev.casesaudit.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The headers that the journal keeps: all, if their number and length are usual.
 *
 * @param memory roughly, in bytes, with the start of the announced body
 */
record KeptHeaders(Iterable<Map.Entry<String, String>> all, long memory) {

    /** The greatest total length of names and values. */
    static final int LONGEST = 8_192;

    /** The greatest number. Many short headers need far more memory than their characters. */
    static final int MOST = 100;

    private static final int HEADER_BYTES = 160;
    private static final int CHARACTER = 2;

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
            return length(header.getValue());
        }
        return name.equalsIgnoreCase("transfer-encoding") ? Attempt.MOST_OF_A_BODY : 0;
    }

    // Without a pattern or an exception, since this runs for each request.
    private static int length(String digits) {
        int length = 0;
        for (int i = 0; i < digits.length() && length < Attempt.MOST_OF_A_BODY; i++) {
            int digit = digits.charAt(i) - '0';
            length = digit >= 0 && digit <= 9 ? 10 * length + digit : Attempt.MOST_OF_A_BODY;
        }
        return Attempt.keptOf(length);
    }

    // A header that alone is too long is left out; later ones are kept.
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
