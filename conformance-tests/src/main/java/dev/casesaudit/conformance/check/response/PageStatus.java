package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;

/** A page of events has status 200, and a case that is there is answered with one. */
final class PageStatus implements Check {

    @Override
    public String id() {
        return "response-page-status";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            Exchange first = trial.once(trial.history(one));
            List<Exchange> pages = trial.survey().exchanges().stream()
                    .filter(PageStatus::holdsEvents)
                    .toList();
            if (pages.isEmpty() && first.answer().status() == 200) {
                return Outcome.notTestable("no answer held a list of events");
            }
            List<Exchange> judged = pages.isEmpty() ? List.of(first) : pages;
            return Outcome.of(judged.stream()
                    .filter(exchange -> exchange.answer().status() != 200)
                    .map(exchange -> Finding.of(
                            exchange,
                            "status 200",
                            "status " + exchange.answer().status()))
                    .toList());
        });
    }

    private static boolean holdsEvents(Exchange exchange) {
        return Json.read(exchange.answer().body()).path("auditEvents").isArray();
    }
}
