package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Without a page size, pages have the default one. */
final class MaxResultsAbsent implements Check {

    @Override
    public String id() {
        return "request-max-results-absent";
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("maxResults", Keyword.OPTIONAL).at(Boundary.ABSENT));
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        Role longest = Stream.of(Role.LONG, Role.TWO_PAGES)
                .filter(role -> trial.profile().find(role).isPresent())
                .findFirst()
                .orElse(Role.FULL_PAGE);
        return trial.with(longest, one -> judged(trial, trial.history(one)));
    }

    private static Outcome judged(Trial trial, Request absent) throws ProbeFailure {
        int size = trial.contract().defaultPageSize();
        Request explicit = absent.json("{\"maxResults\":" + size + "}");
        List<Exchange> asked =
                List.of(trial.once(absent), trial.once(explicit), trial.ask(absent), trial.ask(explicit));
        for (Exchange exchange : asked) {
            if (!Expect.page(exchange).isEmpty()) {
                return Outcome.notTestable(String.format(
                        Locale.ROOT,
                        "not all pages are served: %s",
                        Expect.page(exchange).get(0)));
            }
        }
        // Pages may be shorter than asked for, now and then; a default is the same each time.
        List<Integer> events = asked.stream().map(MaxResultsAbsent::events).toList();
        boolean steady = events.get(0).equals(events.get(2)) && events.get(1).equals(events.get(3));
        return steady && !events.get(0).equals(events.get(1))
                ? Outcome.failed(new Finding(
                        "/auditEvents",
                        String.format(
                                Locale.ROOT,
                                "%s, as with a maxResults of %d",
                                Words.count(events.get(1), "event"),
                                size),
                        Words.count(events.get(0), "event"),
                        asked.get(0)))
                : new Outcome.Passed();
    }

    private static int events(Exchange exchange) {
        return Page.read(exchange).map(page -> page.events().size()).orElse(0);
    }
}
