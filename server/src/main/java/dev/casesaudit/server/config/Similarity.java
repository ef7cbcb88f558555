package dev.casesaudit.server.config;

import java.util.List;
import java.util.Optional;

/** Guesses which word was meant. */
public final class Similarity {

    private Similarity() {}

    /** Returns the word that is nearest to what was written, if any is near, or the only one that begins with it. */
    public static Optional<String> nearest(String written, List<String> words) {
        int least = Math.max(2, written.length() / 6) + 1;
        Optional<String> nearest = Optional.empty();
        for (String word : words) {
            int distance = distance(written, word);
            if (distance < least) {
                least = distance;
                nearest = Optional.of(word);
            }
        }
        return nearest.or(() -> onlyOneThatBeginsWith(written, words));
    }

    private static Optional<String> onlyOneThatBeginsWith(String written, List<String> words) {
        List<String> longer =
                words.stream().filter(word -> word.startsWith(written)).toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    // The Levenshtein distance.
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
