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
 * The pages of a case, in the order of their tokens.
 *
 * @param pageSize the {@code maxResults} of each request; 0 for none
 * @param pages the responses that are pages
 * @param exchanges all exchanges, including the one that ended the walk
 * @param broken the findings about the response that ended the walk, if it was not a page
 */
public record Walk(
        CaseRef of, int pageSize, List<Page> pages, List<Exchange> exchanges, End end, List<Finding> broken) {

    public Walk {
        pages = List.copyOf(pages);
        exchanges = List.copyOf(exchanges);
        broken = List.copyOf(broken);
    }

    /** Why a walk ended. */
    public enum End {
        /** The last page had no token. */
        COMPLETE("the history is complete"),
        BROKEN("a response was not a page"),
        /** A token that was followed before leads to an endless walk. */
        REPEATED("a token was repeated"),
        /** An empty token in a request may mean the first page. */
        EMPTY_TOKEN("a token was an empty string"),
        LONG_ENOUGH("the history is longer than the kit reads");

        private final String why;

        End(String why) {
            this.why = why;
        }
    }

    /** How a history, or its first page, changed from one reading to the next. */
    public enum Change {
        NONE,
        /** Events were added, and the earlier ones are there in their order. Nothing forbids this. */
        GROWN,
        /** Events are missing, or in another order. */
        OTHER;

        /**
         * Compares the ids of events.
         *
         * @param whole whether both are complete histories; a page may change its length
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

    /** Whether the walk has the whole history. */
    public boolean complete() {
        return end == End.COMPLETE;
    }

    /** Whether the walk has the whole history, or its beginning. */
    public boolean sound() {
        return end == End.COMPLETE || end == End.LONG_ENOUGH;
    }

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

    /** Says why the walk ended. */
    public String why() {
        return broken.isEmpty() ? end.why : broken.get(0).toString();
    }

    /** The outcome of a check that needs a sound walk. */
    public Outcome notTestable() {
        return Outcome.notTestable(String.format(Locale.ROOT, "the kit could not read %s to its end: %s", of, why()));
    }
}
