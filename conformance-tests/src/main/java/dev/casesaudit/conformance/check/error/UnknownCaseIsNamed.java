package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.Locale;

/** The case that was not found is the one that was asked for; its id may be part of a longer one, such as an ARN. */
final class UnknownCaseIsNamed implements Check {

    @Override
    public String id() {
        return "error-unknown-case-is-named";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return Mistake.UNKNOWN_CASE.on(trial, one -> {
            Exchange exchange = Mistake.UNKNOWN_CASE.made(trial, one);
            JsonNode named = Json.read(exchange.answer().body()).path("resourceId");
            if (!UnknownCaseMember.isNotFound(exchange) || !named.isTextual()) {
                return Outcome.notTestable("an unknown case brings no resourceId");
            }
            String asked = trial.unknownCase().caseId();
            return named.asText().contains(asked)
                    ? new Outcome.Passed()
                    : Outcome.failed(new Finding(
                            "/resourceId",
                            String.format(Locale.ROOT, "'%s'", asked),
                            String.format(Locale.ROOT, "'%s'", named.asText()),
                            exchange));
        });
    }
}
