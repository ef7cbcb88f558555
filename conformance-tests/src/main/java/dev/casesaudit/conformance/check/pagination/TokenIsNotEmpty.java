package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.List;

/** The end of a walk is no token, or null, and never an empty one. */
final class TokenIsNotEmpty extends WalksCheck {

    TokenIsNotEmpty() {
        super("pagination-token-is-not-empty");
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            if (walk.end() instanceof Walk.End.EmptyToken empty) {
                findings.add(
                        new Finding("/nextToken", "a token, null or nothing", "an empty string", empty.evidence()));
            }
        }
        return findings;
    }
}
