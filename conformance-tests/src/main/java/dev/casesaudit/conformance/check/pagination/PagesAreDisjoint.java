package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** No event stands on two pages of a walk. */
final class PagesAreDisjoint extends WalksCheck {

    PagesAreDisjoint() {
        super("pagination-pages-are-disjoint");
    }

    @Override
    boolean comparesEvents() {
        return true;
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        walks.forEach(walk -> findings.addAll(repeated(walk)));
        return findings;
    }

    private static List<Finding> repeated(Walk walk) {
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
                            String.format(
                                    Locale.ROOT,
                                    "event '%s' on page %d of a walk %s, which page %d had",
                                    id,
                                    number,
                                    by(walk),
                                    earlier)));
                }
            }
        }
        return findings;
    }
}
