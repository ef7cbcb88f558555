package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Set;

/** The empty string is answered, in whatever way. */
final class NextTokenLengthMinimum implements Check {

    @Override
    public String id() {
        return "request-next-token-length-minimum";
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(contract.ofInput("nextToken", Keyword.LENGTH).at(Boundary.MINIMUM));
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        int length = (int) trial.contract().ofInput("nextToken", Keyword.LENGTH).minimum();
        return trial.withAnyCase(one -> {
            Exchange exchange = trial.once(trial.history(one).json(Token.garbage("a", length)));
            // What the shortest token means is open: the first page, no page, or an error of the caller's.
            Refusal refusal = Refusal.invalid(trial.contract());
            return Expect.page(exchange).isEmpty()
                    ? Outcome.of(List.of())
                    : Outcome.of(Expect.refusal(exchange, refusal).stream()
                            .map(finding -> finding.expecting("a page, or " + refusal))
                            .toList());
        });
    }
}
