package dev.casesaudit.server.audit;

import dev.casesaudit.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The ids of the events of a history, as one 64-bit hash each. Immutable: sorted runs, each at least twice as long as
 * the next, so that adding to a million ids costs about as much as sorting the added ones.
 */
final class EventIds {

    static final EventIds NONE = new EventIds(new long[0][]);

    private static final byte[] START = "{\"eventId\":\"".getBytes(StandardCharsets.US_ASCII);

    private final long[][] runs;

    private EventIds(long[][] runs) {
        this.runs = runs;
    }

    /** These ids with those of more events. The caller must not change the array afterwards. */
    EventIds with(long[] hashes) {
        Arrays.sort(hashes);
        int kept = runs.length;
        long[] last = hashes;
        while (kept > 0 && runs[kept - 1].length < 2L * last.length) {
            last = merge(runs[--kept], last);
        }
        long[][] next = Arrays.copyOf(runs, kept + 1);
        next[kept] = last;
        return new EventIds(next);
    }

    private static long[] merge(long[] one, long[] other) {
        long[] merged = new long[one.length + other.length];
        int i = 0;
        int j = 0;
        for (int at = 0; at < merged.length; at++) {
            boolean isOne = j == other.length || (i < one.length && one[i] <= other[j]);
            merged[at] = isOne ? one[i++] : other[j++];
        }
        return merged;
    }

    boolean has(long hash) {
        for (long[] run : runs) {
            if (Arrays.binarySearch(run, hash) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the id of an encoded event, which begins with it. */
    static String id(byte[] json) {
        int start = START.length;
        int end = start;
        boolean isEscaped = false;
        while (json[end] != '"') {
            isEscaped |= json[end] == '\\';
            end += json[end] == '\\' ? 2 : 1;
        }
        return isEscaped
                ? Json.readOwn(Arrays.copyOfRange(json, start - 1, end + 1)).asText()
                : new String(json, start, end - start, StandardCharsets.UTF_8);
    }

    /** Returns the hash of the id of an encoded event; the same for all events that do not begin with an id. */
    static long hash(byte[] json, int from, int to) {
        int start = from + START.length;
        if (start > to || !Arrays.equals(json, from, start, START, 0, START.length)) {
            return 0;
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = start; i < to && json[i] != '"'; i++) {
            hash = (hash ^ json[i]) * 0x100000001B3L;
            if (json[i] == '\\' && i + 1 < to) {
                hash = (hash ^ json[++i]) * 0x100000001B3L;
            }
        }
        return hash;
    }
}
