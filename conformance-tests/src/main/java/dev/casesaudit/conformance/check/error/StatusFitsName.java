package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Each error of the whole run has the status that the contract gives its name. Names that the contract does not have are let be. */
final class StatusFitsName implements Check {

    // The first AWS documents with 400 in some places and with 403 in others. No document that binds the operation has
    // the others.
    private static final Set<String> OPEN = Set.of(
            "IncompleteSignatureException",
            "UnknownOperationException",
            "RequestEntityTooLargeException",
            "RequestUriTooLongException",
            "RequestHeaderFieldsTooLargeException");

    @Override
    public String id() {
        return "error-status-fits-name";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            if (Mistake.errors(trial, one).isEmpty()) {
                return Outcome.notTestable("no error came");
            }
            List<Finding> findings = trial.exchanges().stream()
                    .map(exchange -> wrong(trial.contract(), exchange))
                    .flatMap(Optional::stream)
                    .toList();
            return findings.isEmpty() ? trial.served(one) : Outcome.of(findings);
        });
    }

    private static Optional<Finding> wrong(Contract contract, Exchange exchange) {
        // A success that carries the name of an error is another requirement's.
        if (!(exchange.reply() instanceof Reply.Answer answer) || answer.status() < 300) {
            return Optional.empty();
        }
        return ErrorName.of(answer)
                .flatMap(contract::error)
                .filter(error -> error.status() != answer.status() && !OPEN.contains(error.name()))
                .map(error -> Finding.of(
                        exchange,
                        String.format(Locale.ROOT, "%d for %s", error.status(), error.name()),
                        String.valueOf(answer.status())));
    }
}
