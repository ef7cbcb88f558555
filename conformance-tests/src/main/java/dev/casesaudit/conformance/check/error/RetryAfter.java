package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** When to try again is a number of seconds. An internal error may do without; of other errors, HTTP allows a date as well. */
final class RetryAfter implements Check {

    private static final String MEMBER = "header.Retry-After";

    @Override
    public String id() {
        return "error-retry-after";
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        Set<Cell> cells = new LinkedHashSet<>();
        cells.addAll(contract.constraint(MEMBER, Keyword.TYPE).cells());
        cells.addAll(contract.constraint(MEMBER, Keyword.RANGE).cells());
        return cells;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), "InternalServerException");
        return Mistake.INTERNAL_ERROR.on(trial, one -> {
            Exchange exchange = Mistake.INTERNAL_ERROR.made(trial, one);
            if (!Expect.refusal(exchange, refusal).isEmpty()) {
                return Outcome.notTestable("no InternalServerException came");
            }
            List<Finding> findings = wrong(trial.contract(), exchange).stream().toList();
            return findings.isEmpty() ? trial.withAnyCase(trial::served) : Outcome.of(findings);
        });
    }

    private static Optional<Finding> wrong(Contract contract, Exchange exchange) {
        long minimum = contract.constraint(MEMBER, Keyword.RANGE).minimum();
        return exchange.answer()
                .header("retry-after")
                .filter(value -> !value.matches("-?\\d{1,9}") || Long.parseLong(value) < minimum)
                .map(value -> Finding.of(
                        exchange,
                        String.format(
                                Locale.ROOT,
                                "a Retry-After of %s or more, as a whole number",
                                Words.count(minimum, "second")),
                        String.format(Locale.ROOT, "'%s'", value)));
    }
}
