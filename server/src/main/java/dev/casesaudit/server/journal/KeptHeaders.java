package dev.casesaudit.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is kept of the headers of a request: all of them, as they are, where they are as many and as long as usual. */
final class KeptHeaders {

    /** How long the names and values of all of them may be. */
    static final int LONGEST = 8_192;

    /** How many there may be. Many short ones take up far more than their characters. */
    static final int MOST = 100;

    private KeptHeaders() {}

    static Iterable<Map.Entry<String, String>> of(Iterable<Map.Entry<String, String>> headers) {
        int count = 0;
        int length = 0;
        for (Map.Entry<String, String> header : headers) {
            count++;
            length += lengthOf(header);
            if (count > MOST || length > LONGEST) {
                return first(headers);
            }
        }
        return headers;
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
