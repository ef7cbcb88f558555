package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Walks by pages of whatever size serve the same events. */
final class NothingIsLost extends WalksCheck {

    NothingIsLost() {
        super("pagination-nothing-is-lost");
    }

    @Override
    boolean comparesEvents() {
        return true;
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            for (Walk other : walks) {
                if (walk.sound() && other.sound()) {
                    findings.addAll(lost(walk, other));
                }
            }
        }
        return findings;
    }

    // What the other walk served, this one must serve too; where it was not followed to its end, as far as it came.
    private static List<Finding> lost(Walk walk, Walk other) {
        List<String> served = walk.eventIds();
        List<String> due = other.eventIds();
        if (!walk.complete()) {
            due = due.subList(0, Math.min(due.size(), served.size()));
        }
        Set<String> missing = new LinkedHashSet<>(due);
        missing.removeAll(Set.copyOf(served));
        List<Finding> findings = new ArrayList<>();
        for (String id : missing) {
            findings.add(Finding.of(
                    walk.exchanges().get(walk.exchanges().size() - 1),
                    String.format(
                            Locale.ROOT, "a walk %s to serve event '%s', as one %s does", by(walk), id, by(other)),
                    "its end without it"));
        }
        return findings;
    }
}
