package dev.casesaudit.conformance.report;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds secrets in a text in one pass, in any letter case. Of a credential, any twelve characters in a row are found,
 * since texts are cut and spread over headers. Other values are found as a whole, or cut at the end of the text.
 */
final class SecretSearch {

    /** Shorter fragments occur by chance. */
    private static final int FRAGMENT = 12;

    /**
     * The length of the hashed beginning of a value, and of the shortest value. Shorter ones are words such as {@code
     * mock}.
     */
    static final int SHORTEST = 8;

    // Longer values are found in pieces of this length, which bounds the work at each place of a text.
    private static final int PIECE = 64;

    private final Set<String> fragments = new HashSet<>();
    private final Map<String, Alike> values = new HashMap<>();

    // By the hash of their first characters, which rules out most places of a text.
    private final BitSet beginnings = new BitSet(1 << 16);

    interface Found {
        void between(int start, int end);
    }

    void addCredential(String credential) {
        String folded = folded(credential);
        if (folded.length() < FRAGMENT) {
            addValue(credential);
        }
        for (int at = 0; at + FRAGMENT <= folded.length(); at++) {
            fragments.add(folded.substring(at, at + FRAGMENT));
            beginnings.set(beginning(folded, at));
        }
    }

    void addValue(String value) {
        String folded = folded(value);
        if (folded.length() < SHORTEST) {
            return;
        }
        for (int start = 0; start < folded.length(); start += PIECE) {
            int end = Math.min(start + PIECE, folded.length());
            // The last piece overlaps the one before, to be as long as the others.
            addPiece(folded.substring(Math.min(start, Math.max(0, end - PIECE)), end));
        }
    }

    private void addPiece(String piece) {
        values.computeIfAbsent(
                        piece.substring(0, SHORTEST),
                        key -> new Alike(new TreeSet<>(), new TreeSet<>(Comparator.reverseOrder())))
                .add(piece);
        beginnings.set(beginning(piece, 0));
    }

    void find(String text, Found found) {
        String folded = fold(text);
        for (int at = 0; at + SHORTEST <= folded.length(); at++) {
            if (beginnings.get(beginning(folded, at))) {
                int end = Math.max(endOfFragment(folded, at), endOfValue(folded, at));
                if (end > at) {
                    found.between(at, end);
                }
            }
        }
    }

    private int endOfFragment(String text, int at) {
        int end = at + FRAGMENT;
        return end <= text.length() && fragments.contains(text.substring(at, end)) ? end : at;
    }

    private int endOfValue(String text, int at) {
        Alike alike = values.get(text.substring(at, at + SHORTEST));
        return alike == null ? at : alike.endIn(text, at);
    }

    /** Values with the same beginning, and their lengths, longest first. */
    private record Alike(TreeSet<String> values, TreeSet<Integer> lengths) {

        void add(String value) {
            values.add(value);
            lengths.add(value.length());
        }

        int endIn(String text, int at) {
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

    private static int beginning(String text, int at) {
        int hash = text.charAt(at);
        for (int next = at + 1; next < at + SHORTEST; next++) {
            hash = hash * 31 + text.charAt(next);
        }
        return (hash * 0x9E3779B9) >>> 16;
    }

    private static String folded(String secret) {
        StringBuilder spaceless = new StringBuilder();
        secret.chars().filter(one -> !Unescaped.isSpace((char) one)).forEach(one -> spaceless.append((char) one));
        return fold(spaceless.toString());
    }

    // Unlike String.toLowerCase, this keeps the length of the text.
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
