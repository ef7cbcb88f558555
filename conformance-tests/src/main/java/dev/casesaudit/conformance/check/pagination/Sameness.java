package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares what was served with what was served before, as far as both go: a page may be shorter than it was. */
final class Sameness {

    private Sameness() {}

    /** The first place where two orders of events part. */
    record Difference(String as, String expected, String actual) {

        Finding in(Exchange evidence) {
            return Finding.of(
                    evidence,
                    String.format(Locale.ROOT, "event '%s' next, %s", expected, as),
                    String.format(Locale.ROOT, "event '%s'", actual));
        }

        /** The same, with the page that the event came on as evidence. */
        Finding in(Walk walk) {
            return in(walk.pages().stream()
                    .filter(page -> page.eventIds().contains(actual))
                    .map(Page::exchange)
                    .findFirst()
                    .orElseThrow());
        }
    }

    static Optional<Difference> of(String as, List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return Optional.of(new Difference(as, expected.get(i), actual.get(i)));
            }
        }
        return Optional.empty();
    }
}
