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

/** Page tokens that no target issued. */
public final class NextTokenChecks extends RequestTable {

    @Override
    public List<Check> checks() {
        return List.of(
                onAnyCase("request-next-token-length-minimum", NextTokenChecks::shortest)
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.MINIMUM),
                refused(
                                "request-next-token-length-maximum",
                                (context, one) -> garbage(context, one, "a", longest(context)),
                                "ValidationException")
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.MAXIMUM),
                refused(
                                "request-next-token-length-above-maximum",
                                (context, one) -> garbage(context, one, "a", longest(context) + 1),
                                "ValidationException")
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.ABOVE),
                allRefusedLike(
                        "request-next-token-length-far-above-maximum",
                        (context, one) -> List.of(new Named(
                                Words.count(longest(context) * 4, "character"),
                                garbage(context, one, "a", longest(context) * 4))),
                        (context, one) -> garbage(context, one, "a", longest(context) + 1),
                        "ValidationException"),
                refusedLike(
                                "request-next-token-counts-code-points",
                                (context, one) -> garbage(context, one, Label.FOUR_BYTES, longest(context)),
                                (context, one) -> garbage(context, one, "a", longest(context)),
                                "ValidationException")
                        .coveringInput("nextToken", Keyword.LENGTH, Boundary.MAXIMUM),
                wrongType("request-next-token-number", "nextToken", "{\"nextToken\":25}"),
                wrongType("request-next-token-boolean", "nextToken", "{\"nextToken\":false}"),
                wrongType("request-next-token-list", "nextToken", "{\"nextToken\":[]}"),
                wrongType("request-next-token-object", "nextToken", "{\"nextToken\":{}}"),
                nullIsAbsent("request-next-token-null", "nextToken"));
    }

    // The documents do not say whether the empty token means the first page, another page or an error.
    private static Outcome shortest(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange exchange =
                context.sendOnce(garbage(context, one, "a", length(context).minimum()));
        Refusal refusal = Refusal.invalid(context.contract());
        return Expect.page(exchange).isEmpty()
                ? new Outcome.Passed()
                : Outcome.of(Expect.refusal(exchange, refusal).stream()
                        .map(finding -> finding.expecting("a page, or " + refusal))
                        .toList());
    }

    private static long longest(CheckContext context) {
        return length(context).maximum();
    }

    private static Constraint length(CheckContext context) {
        return context.contract().ofInput("nextToken", Keyword.LENGTH);
    }
}
