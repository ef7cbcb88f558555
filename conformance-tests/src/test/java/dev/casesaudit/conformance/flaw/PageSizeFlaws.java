package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import java.util.List;

/** Pages that are too large, or smaller than they are without need. */
final class PageSizeFlaws {

    private PageSizeFlaws() {}

    static List<Flaw> all() {
        return List.of(servesOneMore(), ignoresMaxResults(), growsFollowingPages());
    }

    private static Flaw servesOneMore() {
        return Flaw.of("serves-one-more-than-max-results", () -> new Service() {
                    @Override
                    protected int size(Input input) {
                        return Math.min(super.size(input) + 1, 25);
                    }
                })
                .caughtBy("request-max-results-minimum", "at /auditEvents: expected at most 1 event, got 2 events")
                .caughtBy(
                        "pagination-page-within-max-results",
                        "at /auditEvents: expected 1 event at most, got 2 events on page 1 of a walk by pages of 1");
    }

    private static Flaw ignoresMaxResults() {
        return Flaw.of("ignores-max-results", () -> new Service() {
                    @Override
                    protected int size(Input input) {
                        return 25;
                    }
                })
                .caughtBy("request-max-results-minimum", "at /auditEvents: expected at most 1 event, got 3 events")
                .caughtBy(
                        "pagination-page-within-max-results",
                        "at /auditEvents: expected 1 event at most, got 3 events on page 1 of a walk by pages of 1");
    }

    private static Flaw growsFollowingPages() {
        return Flaw.of("ignores-max-results-on-following-pages", () -> new Service() {
                    @Override
                    protected int size(Input input) {
                        return input.nextToken().isPresent() ? 25 : super.size(input);
                    }
                })
                .caughtBy(
                        "pagination-page-within-max-results",
                        "at /auditEvents: expected 1 event at most, got 2 events on page 2 of a walk by pages of 1");
    }
}
