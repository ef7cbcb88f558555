package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The pages of a case, one after the other as their tokens lead.
 *
 * @param pageSize the {@code maxResults} of each request; 0 where they named none
 * @param pages those that could be read
 * @param exchanges all of them, the one that ended the walk too
 * @param broken what is wrong with the answer that ended the walk, where it was no page
 */
public record Walk(
        CaseRef of, int pageSize, List<Page> pages, List<Exchange> exchanges, End end, List<Finding> broken) {

    public Walk {
        pages = List.copyOf(pages);
        exchanges = List.copyOf(exchanges);
        broken = List.copyOf(broken);
    }

    /** Why a walk came to its end. */
    public enum End {
        /** The last page had no token. */
        COMPLETE("it is complete"),
        BROKEN("an answer was no page"),
        /** Following a token again that was followed before would not end. */
        REPEATED("a token came twice"),
        /** No request can hand an empty token back and mean it. */
        EMPTY_TOKEN("a token was the empty string"),
        /** What was seen can be judged. */
        LONG_ENOUGH("it is longer than the kit walks");

        private final String why;

        End(String why) {
            this.why = why;
        }
    }

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

    /** Whether all of the case was seen. */
    public boolean complete() {
        return end == End.COMPLETE;
    }

    /** Whether what was seen is a beginning of the case, or all of it. */
    public boolean sound() {
        return end == End.COMPLETE || end == End.LONG_ENOUGH;
    }

    /** Returns the exchange that ended the walk. */
    public Exchange lastExchange() {
        return exchanges.get(exchanges.size() - 1);
    }

    public List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        pages.forEach(page -> events.addAll(page.events()));
        return events;
    }

    public List<String> eventIds() {
        List<String> ids = new ArrayList<>();
        pages.forEach(page -> ids.addAll(page.eventIds()));
        return ids;
    }

    /** Says why it came to its end. */
    public String why() {
        return broken.isEmpty() ? end.why : broken.get(0).toString();
    }

    /** Says why a walk that is not sound cannot be judged by a check that needs it whole. */
    public Outcome notWalkable() {
        return Outcome.notTestable(String.format(Locale.ROOT, "%s could not be walked to its end: %s", of, why()));
    }
}
