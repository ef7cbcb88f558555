package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply;
import java.util.List;
import java.util.Locale;

/** No answer of the whole run that is an error came with a status of success. */
final class NoSuccess implements Check {

    @Override
    public String id() {
        return "error-no-success";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            List<Exchange> errors = Mistake.errors(trial, one);
            List<Finding> findings = trial.exchanges().stream()
                    .filter(NoSuccess::isErrorInDisguise)
                    .map(exchange -> Finding.of(exchange, "a status of 400 or more for an error", described(exchange)))
                    .toList();
            if (!findings.isEmpty()) {
                return Outcome.of(findings);
            }
            return errors.isEmpty() ? Outcome.notTestable("no error came") : trial.served(one);
        });
    }

    private static boolean isErrorInDisguise(Exchange exchange) {
        if (!(exchange.reply() instanceof Reply.Answer answer) || answer.status() >= 300) {
            return false;
        }
        JsonNode body = Json.read(answer.body());
        boolean named = ErrorName.of(answer).isPresent() || body.path("message").isTextual();
        return named && !body.path("auditEvents").isArray();
    }

    private static String described(Exchange exchange) {
        String name = ErrorName.of(exchange.answer()).orElse("an error without a name");
        return String.format(Locale.ROOT, "%d with %s", exchange.answer().status(), name);
    }
}
