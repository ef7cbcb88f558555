package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Limits the size of the evidence: reports show a body for each finding. */
final class EvidenceBudget {

    /** The most bytes of a body in a report. */
    private static final int LARGEST = 100_000;

    /** The bytes of a body once the budget is used up. */
    private static final int SMALLEST = 2_000;

    private final Map<Integer, Exchange> shortened = new HashMap<>();
    private long left;

    EvidenceBudget(long bytes) {
        this.left = bytes;
    }

    Outcome bounded(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? new Outcome.Failed(bounded(failed.findings()), failed.more())
                : outcome instanceof Outcome.Drifted drifted
                        ? new Outcome.Drifted(bounded(drifted.findings()), drifted.more())
                        : outcome;
    }

    private List<Finding> bounded(List<Finding> findings) {
        return findings.stream()
                .map(one -> new Finding(one.mismatch(), bounded(one.evidence()), one.deviation()))
                .toList();
    }

    private Exchange bounded(Exchange exchange) {
        Exchange kept = shortened.merge(
                exchange.number(),
                exchange.shortened(left > 0 ? LARGEST : SMALLEST),
                (known, again) -> left > 0 ? known : again);
        left -= kept.size();
        return kept;
    }
}
