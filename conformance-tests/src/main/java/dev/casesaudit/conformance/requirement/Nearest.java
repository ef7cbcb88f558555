package dev.casesaudit.conformance.requirement;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds known names that are similar to an unknown one. */
public final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /** Returns the most similar names, the nearest first. */
    public static List<String> to(String word, Collection<String> names) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(wanted, name) <= tolerance(wanted))
                .sorted(Comparator.comparing(name -> distance(wanted, name)))
                .limit(SHOWN)
                .toList();
    }

    private static int tolerance(String word) {
        return Math.max(2, word.length() / 4);
    }

    // The edit distance. A part of a name has the distance 0.
    private static int distance(String word, String name) {
        if (!word.isEmpty() && name.contains(word)) {
            return name.startsWith(word) ? 0 : 1;
        }
        int[] previous = new int[name.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= word.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = previous[column - 1] + (word.charAt(row - 1) == name.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[name.length()];
    }
}
