package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every page has a request id, the later ones too. */
final class RequestIdOnPages implements Check {

    @Override
    public String id() {
        return "protocol-request-id-on-pages";
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return RequestId.covered(contract, Keyword.REQUIRED);
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(3, one -> {
            Walk walk = trial.walk(one, 2);
            List<Finding> findings = walk.pages().stream()
                    .map(Page::exchange)
                    .map(exchange -> RequestId.missing(exchange, "a page"))
                    .flatMap(Optional::stream)
                    .toList();
            return walk.pages().isEmpty() ? walk.notWalkable() : Outcome.of(findings);
        });
    }
}
