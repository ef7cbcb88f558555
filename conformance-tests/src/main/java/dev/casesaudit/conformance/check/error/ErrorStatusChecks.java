package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.ProvokedError;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Answer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which error comes of what, by its status and its name. */
public final class ErrorStatusChecks extends CheckTable {

    private static final String UNKNOWN = "UnknownOperationException";
    private static final String RETRY_AFTER = "header.Retry-After";

    // AWS documents the first with 400 in some places and with 403 in others. The others are in no document that binds
    // the operation.
    private static final Set<String> OPEN = Set.of(
            "IncompleteSignatureException",
            UNKNOWN,
            "RequestEntityTooLargeException",
            "RequestUriTooLongException",
            "RequestHeaderFieldsTooLargeException");

    // Whatever a target makes of these, it does it to nothing.
    private static final Set<String> UNSAFE = Set.of("PUT", "DELETE");

    @Override
    public List<Check> checks() {
        return List.of(
                refused("error-invalid-request", ProvokedError.INVALID),
                refused("error-malformed-request", ProvokedError.MALFORMED),
                refused("error-unknown-case", ProvokedError.UNKNOWN_CASE),
                refused("error-unknown-domain", ProvokedError.UNKNOWN_DOMAIN),
                refused("error-access-denied", ProvokedError.DENIED),
                refused("error-throttled", ProvokedError.THROTTLED),
                refused("error-server-fault", ProvokedError.INTERNAL_ERROR),
                check("error-retry-after", ErrorStatusChecks::retryAfter)
                        .covering(RETRY_AFTER, Keyword.TYPE, Keyword.RANGE),
                onAnyCase("error-unknown-route", ErrorStatusChecks::unknownRoute)
                        .provoking(UNKNOWN),
                method("error-method-get", "GET"),
                method("error-method-head", "HEAD"),
                method("error-method-patch", "PATCH"),
                method("error-method-put", "PUT"),
                method("error-method-delete", "DELETE"),
                refused("error-not-acceptable", ProvokedError.NOT_ACCEPTABLE),
                refused("error-unsupported-media-type", ProvokedError.UNSUPPORTED_MEDIA_TYPE),
                onAnyCase("error-status-fits-name", ErrorStatusChecks::statusFitsName),
                onAnyCase("error-no-success", ErrorStatusChecks::noSuccess));
    }

    private static Check refused(String id, ProvokedError mistake) {
        return check(id, trial -> mistake.on(trial, one -> refused(trial, one, mistake)))
                .provoking(mistake.names().get(0));
    }

    private static Outcome refused(CheckContext trial, CaseRef one, ProvokedError mistake) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), mistake.names().toArray(String[]::new));
        List<Finding> findings = Expect.refusal(mistake.made(trial, one), refusal);
        if (findings.isEmpty()) {
            return trial.withAnyCase(trial::served);
        }
        return mistake.isOfACase() ? trial.blamingCase(findings, mistake.made(trial, one)) : Outcome.of(findings);
    }

    // An internal error may do without. Of other errors, HTTP allows a date as well.
    private static Outcome retryAfter(CheckContext trial) throws ProbeFailure {
        Refusal refusal = Refusal.of(trial.contract(), "InternalServerException");
        return ProvokedError.INTERNAL_ERROR.on(trial, one -> {
            Exchange exchange = ProvokedError.INTERNAL_ERROR.made(trial, one);
            if (!Expect.refusal(exchange, refusal).isEmpty()) {
                return Outcome.notTestable("no InternalServerException came");
            }
            long minimum =
                    trial.contract().constraint(RETRY_AFTER, Keyword.RANGE).minimum();
            String value = exchange.answer().header("retry-after").orElse(String.valueOf(minimum));
            List<Finding> findings = Finding.unless(
                    value.matches("-?\\d{1,9}") && Long.parseLong(value) >= minimum,
                    exchange,
                    "a Retry-After of " + Words.count(minimum, "second") + " or more, as a whole number",
                    quoted(value));
            return findings.isEmpty() ? trial.withAnyCase(trial::served) : Outcome.of(findings);
        });
    }

    private static Outcome unknownRoute(CheckContext trial, CaseRef one) throws ProbeFailure {
        Exchange exchange = ProvokedError.UNKNOWN_ROUTE.made(trial, one);
        List<Finding> findings = Expect.refusal(exchange, Refusal.of(trial.contract(), UNKNOWN));
        return trial.served(one, findings.isEmpty() ? Expect.clientError(exchange) : findings);
    }

    // Smithy's servers answer in one way, and HTTP has another.
    private static Check method(String id, String method) {
        return onAnyCase(id, (trial, one) -> {
                    CaseRef asked = UNSAFE.contains(method) ? trial.unknownCase() : one;
                    Exchange exchange = trial.ask(trial.history(asked).method(method));
                    int status = exchange.answer().status();
                    // The answer to HEAD has no body to name an error in.
                    boolean unknown = method.equals("HEAD")
                            || ErrorName.of(exchange).filter(UNKNOWN::equals).isPresent();
                    boolean right = status == 405 || (status == 404 && unknown);
                    return trial.served(
                            one,
                            Finding.unless(right, exchange, "404 " + UNKNOWN + " or 405", Expect.described(exchange)));
                })
                .provoking(UNKNOWN);
    }

    private static Outcome statusFitsName(CheckContext trial, CaseRef one) throws ProbeFailure {
        return ProvokedError.errors(trial, one).isEmpty()
                ? Outcome.notTestable("no error came")
                : trial.served(one, ofTheRun(trial, exchange -> otherStatus(trial.contract(), exchange)));
    }

    private static Outcome noSuccess(CheckContext trial, CaseRef one) throws ProbeFailure {
        List<Exchange> errors = ProvokedError.errors(trial, one);
        List<Finding> findings = ofTheRun(trial, ErrorStatusChecks::inDisguise);
        return findings.isEmpty() && errors.isEmpty()
                ? Outcome.notTestable("no error came")
                : trial.served(one, findings);
    }

    private static List<Finding> ofTheRun(CheckContext trial, Function<Exchange, Optional<Finding>> look) {
        return trial.exchanges().stream()
                .flatMap(exchange -> look.apply(exchange).stream())
                .toList();
    }

    // A success that has the name of an error is another requirement's.
    private static Optional<Finding> otherStatus(Contract contract, Exchange exchange) {
        return exchange.reply() instanceof Answer answer && answer.status() >= 300
                ? ErrorName.of(answer)
                        .flatMap(contract::error)
                        .filter(error -> error.status() != answer.status() && !OPEN.contains(error.name()))
                        .map(error -> Finding.of(
                                exchange, error.status() + " for " + error.name(), String.valueOf(answer.status())))
                : Optional.empty();
    }

    private static Optional<Finding> inDisguise(Exchange exchange) {
        if (!(exchange.reply() instanceof Answer answer) || answer.status() >= 300) {
            return Optional.empty();
        }
        JsonNode body = Json.read(answer.body());
        Optional<String> name = ErrorName.of(answer);
        boolean error = (name.isPresent() || body.path("message").isTextual())
                && !body.path("auditEvents").isArray();
        return error
                ? Optional.of(Finding.of(
                        exchange,
                        "a status of 400 or more for an error",
                        answer.status() + " with " + name.orElse("an error without a name")))
                : Optional.empty();
    }
}
