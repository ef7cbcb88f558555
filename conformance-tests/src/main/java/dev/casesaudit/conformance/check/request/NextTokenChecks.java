package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.List;

/** The page token of a request, where no target issued it. */
public final class NextTokenChecks extends RequestTable {

    @Override
    public List<Check> checks() {
        return List.of(
                onAnyCase("request-next-token-length-minimum", NextTokenChecks::shortest)
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.MINIMUM),
                refused(
                                "request-next-token-length-maximum",
                                (trial, one) -> garbage(trial, one, "a", longest(trial)),
                                "ValidationException")
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.MAXIMUM),
                refused(
                                "request-next-token-length-above-maximum",
                                (trial, one) -> garbage(trial, one, "a", longest(trial) + 1),
                                "ValidationException")
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.ABOVE),
                allRefusedLike(
                        "request-next-token-length-far-above-maximum",
                        (trial, one) -> List.of(new Named(
                                Words.count(longest(trial) * 4, "character"),
                                garbage(trial, one, "a", longest(trial) * 4))),
                        (trial, one) -> garbage(trial, one, "a", longest(trial) + 1),
                        "ValidationException"),
                refusedLike(
                                "request-next-token-counts-code-points",
                                (trial, one) -> garbage(trial, one, Label.FOUR_BYTES, longest(trial)),
                                (trial, one) -> garbage(trial, one, "a", longest(trial)),
                                "ValidationException")
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.MAXIMUM),
                wrongType("request-next-token-number", "nextToken", "{\"nextToken\":25}"),
                wrongType("request-next-token-boolean", "nextToken", "{\"nextToken\":false}"),
                wrongType("request-next-token-list", "nextToken", "{\"nextToken\":[]}"),
                wrongType("request-next-token-object", "nextToken", "{\"nextToken\":{}}"),
                nullIsAbsent("request-next-token-null", "nextToken"));
    }

    // What the shortest token means is open: the first page, no page, or an error of the caller's.
    private static Outcome shortest(CheckContext trial, CaseRef one) throws ProbeFailure {
        Exchange exchange = trial.once(garbage(trial, one, "a", length(trial).minimum()));
        Refusal refusal = Refusal.invalid(trial.contract());
        return Expect.page(exchange).isEmpty()
                ? new Outcome.Passed()
                : Outcome.of(Expect.refusal(exchange, refusal).stream()
                        .map(finding -> finding.expecting("a page, or " + refusal))
                        .toList());
    }

    private static long longest(CheckContext trial) {
        return length(trial).maximum();
    }

    private static Constraint length(CheckContext trial) {
        return trial.contract().ofInput("nextToken", Keyword.LENGTH);
    }
}
