package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an unknown domain is not found, the error says what was not. */
final class UnknownDomainResource implements Check {

    @Override
    public String id() {
        return "error-unknown-domain-resource";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return Mistake.UNKNOWN_DOMAIN.on(trial, one -> {
            Exchange exchange = Mistake.UNKNOWN_DOMAIN.made(trial, one);
            if (exchange.answer().status() == 403) {
                return new Outcome.NotApplicable("the target denies access to an unknown domain, which it may");
            }
            if (!UnknownCaseMember.isNotFound(exchange)) {
                return Outcome.notTestable("an unknown domain does not bring " + UnknownCaseMember.NAME);
            }
            List<Finding> findings = Stream.of("resourceId", "resourceType")
                    .map(member -> UnknownCaseMember.notAString(exchange, member))
                    .flatMap(Optional::stream)
                    .toList();
            return Outcome.of(findings);
        });
    }
}
