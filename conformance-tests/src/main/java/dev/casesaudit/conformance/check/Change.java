package dev.casesaudit.conformance.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What became of a history, or of its first page, from one reading to the next. */
public enum Change {
    NONE,
    /** Events were added, and those that were there are there, in their order. Nothing forbids it. */
    GROWN,
    /** Events are gone, or in another order. */
    OTHER;

    /**
     * Compares the ids of events.
     *
     * @param whole whether both are complete histories; a page may be shorter or longer than it was
     */
    public static Change between(List<String> before, List<String> after, boolean whole) {
        if (before.equals(after) || (!whole && (begins(before, after) || begins(after, before)))) {
            return NONE;
        }
        Set<String> old = new HashSet<>(before);
        List<String> kept = after.stream().filter(old::contains).toList();
        boolean added = kept.size() < after.size();
        boolean left = whole ? kept.equals(before) : begins(before, kept) && (before.isEmpty() || !kept.isEmpty());
        return added && left ? GROWN : OTHER;
    }

    private static boolean begins(List<String> list, List<String> beginning) {
        return list.size() >= beginning.size()
                && list.subList(0, beginning.size()).equals(beginning);
    }
}
