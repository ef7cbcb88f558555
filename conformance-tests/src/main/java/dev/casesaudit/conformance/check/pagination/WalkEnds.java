package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A walk comes to a page without a token. */
final class WalkEnds extends WalksCheck {

    /** So many pages with a token and nothing new lead nowhere; a few of them are legal. */
    private static final int FRUITLESS = Trial.PAGE_LIMIT / 2;

    WalkEnds() {
        super("pagination-walk-ends");
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            int fruitless = fruitless(walk);
            if (!walk.complete() && fruitless >= FRUITLESS) {
                findings.add(new Finding(
                        "/nextToken",
                        "no token at last",
                        String.format(Locale.ROOT, "%d pages in a row with a token and no new event", fruitless),
                        walk.exchanges().get(walk.exchanges().size() - 1)));
            }
        }
        return findings;
    }

    private static int fruitless(Walk walk) {
        Set<String> seen = new HashSet<>();
        int pages = 0;
        for (Page page : walk.pages()) {
            pages = seen.addAll(page.eventIds()) ? 0 : pages + 1;
        }
        return pages;
    }
}
