package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No event stands on two pages of a walk. */
final class PagesAreDisjoint implements Check {

    @Override
    public String id() {
        return "pagination-pages-are-disjoint";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(3, one -> {
            Walk walk = trial.walk(one, 2);
            return walk.pages().size() > 1 ? judged(walk) : walk.notWalkable();
        });
    }

    private static Outcome judged(Walk walk) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> firstPage = new HashMap<>();
        int number = 0;
        for (Page page : walk.pages()) {
            number++;
            for (String id : page.eventIds()) {
                Integer earlier = firstPage.putIfAbsent(id, number);
                if (earlier != null) {
                    findings.add(Finding.of(
                            page.exchange(),
                            "an event that no page had before",
                            "event '%s' on page %d, which page %d had".formatted(id, number, earlier)));
                }
            }
        }
        return Outcome.of(findings);
    }
}
