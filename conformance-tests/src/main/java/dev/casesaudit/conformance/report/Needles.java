package dev.casesaudit.conformance.report;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Secrets, found in a text in one go, however many there are, in whatever letter case. Of a credential any twelve characters in a row
 * are found, since texts are cut and spread over headers; other values are found as a whole, or as far as the text goes.
 */
final class Needles {

    /** Shorter fragments occur by chance. */
    private static final int FRAGMENT = 12;

    /** What a value begins with, and the shortest one: shorter ones are words such as {@code mock}. */
    static final int SHORTEST = 8;

    // Values that begin alike are told apart by so many lengths; with more of them, all that begins so is one.
    private static final int MOST_LENGTHS = 32;

    private static final int FILTER = 1 << 20;
    private static final long BASE = 1_000_003;
    private static final String DELIMITERS = "\"'<>&,; \t\r\n";

    private final Set<String> fragments = new HashSet<>();
    private final Map<String, Alike> values = new HashMap<>();
    private final BitSet mayBeFragment = new BitSet(FILTER);
    private final BitSet mayBeValue = new BitSet(FILTER);

    /** Notes what was found. */
    interface Found {
        void between(int start, int end);
    }

    void addCredential(String credential) {
        String folded = folded(credential);
        if (folded.length() < FRAGMENT) {
            addValue(credential);
        }
        for (int at = 0; at + FRAGMENT <= folded.length(); at++) {
            String fragment = folded.substring(at, at + FRAGMENT);
            if (fragments.add(fragment)) {
                mayBeFragment.set(filter(hash(fragment, FRAGMENT)));
            }
        }
    }

    void addValue(String value) {
        String folded = folded(value);
        if (folded.length() < SHORTEST) {
            return;
        }
        String beginning = folded.substring(0, SHORTEST);
        values.computeIfAbsent(beginning, key -> new Alike(new TreeSet<>(), new TreeSet<>(Comparator.reverseOrder())))
                .add(folded);
        mayBeValue.set(filter(hash(beginning, SHORTEST)));
    }

    void find(String text, Found found) {
        String folded = fold(text);
        scan(folded, FRAGMENT, mayBeFragment, at -> {
            if (fragments.contains(folded.substring(at, at + FRAGMENT))) {
                found.between(at, at + FRAGMENT);
            }
        });
        scan(folded, SHORTEST, mayBeValue, at -> {
            int end = endOfValue(folded, at);
            if (end > at) {
                found.between(at, end);
            }
        });
    }

    private int endOfValue(String text, int at) {
        Alike alike = values.get(text.substring(at, at + SHORTEST));
        return alike == null ? at : alike.endIn(text, at);
    }

    /** Values that begin alike, and their lengths, the longest first. */
    private record Alike(TreeSet<String> values, TreeSet<Integer> lengths) {

        void add(String value) {
            values.add(value);
            lengths.add(value.length());
        }

        int endIn(String text, int at) {
            if (lengths.size() > MOST_LENGTHS) {
                int end = at + SHORTEST;
                while (end < text.length() && DELIMITERS.indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                return end;
            }
            for (int length : lengths) {
                int end = Math.min(at + length, text.length());
                String seen = text.substring(at, end);
                String value = values.ceiling(seen);
                boolean cut = end == text.length() && value != null && value.startsWith(seen);
                if (seen.equals(value) || cut) {
                    return end;
                }
            }
            return at;
        }
    }

    private interface Candidate {
        void at(int position);
    }

    // Karp and Rabin's: the hash of each place follows from that of the place before it.
    private static void scan(String text, int length, BitSet filter, Candidate candidate) {
        if (filter.isEmpty() || text.length() < length) {
            return;
        }
        long highest = 1;
        for (int i = 1; i < length; i++) {
            highest *= BASE;
        }
        long hash = hash(text, length);
        for (int at = 0; ; at++) {
            if (filter.get(filter(hash))) {
                candidate.at(at);
            }
            if (at + length >= text.length()) {
                return;
            }
            hash = (hash - text.charAt(at) * highest) * BASE + text.charAt(at + length);
        }
    }

    private static long hash(String text, int length) {
        long hash = 0;
        for (int at = 0; at < length; at++) {
            hash = hash * BASE + text.charAt(at);
        }
        return hash;
    }

    private static int filter(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 44);
    }

    private static String folded(String secret) {
        return fold(secret.replaceAll("\\s+", ""));
    }

    // Of the same length, unlike what Java makes of a text in lower case.
    private static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int at = 0; at < chars.length; at++) {
            if (chars[at] >= 'A' && chars[at] <= 'Z') {
                chars[at] = (char) (chars[at] + ('a' - 'A'));
            }
        }
        return new String(chars);
    }
}
