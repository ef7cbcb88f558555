package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** No request id of the whole run is empty. */
final class RequestIdNotEmpty implements Check {

    @Override
    public String id() {
        return "protocol-request-id-not-empty";
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return RequestId.covered(contract, Keyword.LENGTH);
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        Constraint length = trial.contract().constraint("header." + RequestId.HEADER, Keyword.LENGTH);
        return trial.withAnyCase(one -> {
            trial.once(trial.history(one));
            List<Exchange> seen = trial.exchanges().stream()
                    .filter(exchange -> RequestId.of(exchange).isPresent())
                    .toList();
            List<Finding> findings = seen.stream()
                    .filter(exchange ->
                            RequestId.of(exchange).orElse("").strip().length() < length.minimum())
                    .map(exchange -> Finding.of(
                            exchange,
                            String.format(Locale.ROOT, "an %s of %s", RequestId.HEADER, length.allowed()),
                            "an empty one"))
                    .toList();
            if (!findings.isEmpty()) {
                return Outcome.of(findings);
            }
            return seen.isEmpty() ? Outcome.notTestable("no request id came") : trial.served(one);
        });
    }
}
