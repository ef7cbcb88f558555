package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The page size decides where pages end, and nothing else. */
final class OrderIndependentOfPageSize extends WalksCheck {

    OrderIndependentOfPageSize() {
        super("pagination-order-independent-of-page-size");
    }

    @Override
    boolean comparesEvents() {
        return true;
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        Walk first = walks.get(0);
        for (Walk walk : walks.subList(1, walks.size())) {
            // Events that one of the walks lost are another requirement's matter.
            Set<String> both = new HashSet<>(first.eventIds());
            both.retainAll(walk.eventIds());
            Sameness.of(String.format(Locale.ROOT, "as %s", by(first)), shared(first, both), shared(walk, both))
                    .ifPresent(difference -> findings.add(difference.in(walk)));
        }
        return findings;
    }

    private static List<String> shared(Walk walk, Set<String> both) {
        return walk.eventIds().stream().filter(both::contains).distinct().toList();
    }
}
