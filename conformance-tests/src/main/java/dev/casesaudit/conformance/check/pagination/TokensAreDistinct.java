package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** No token comes twice in a walk, which paginators of SDKs take for the end. */
final class TokensAreDistinct extends WalksCheck {

    TokensAreDistinct() {
        super("pagination-tokens-are-distinct");
    }

    @Override
    List<Finding> findings(Trial trial, List<Walk> walks) {
        List<Finding> findings = new ArrayList<>();
        for (Walk walk : walks) {
            if (walk.end() instanceof Walk.End.Repeated repeated) {
                findings.add(new Finding(
                        "/nextToken",
                        "a token that no page of the walk had before",
                        String.format(
                                Locale.ROOT,
                                "that of an earlier page on page %d of a walk %s",
                                walk.pages().size(),
                                by(walk)),
                        repeated.evidence()));
            }
        }
        return findings;
    }
}
