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
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which request gets which error, by status and name. */
public final class ErrorStatusChecks extends CheckTable {

    private static final String UNKNOWN = "UnknownOperationException";
    private static final String RETRY_AFTER = "header.Retry-After";

    // AWS documents the first one both with 400 and with 403. No document of the operation has the others.
    private static final Set<String> OPEN = Set.of(
            "IncompleteSignatureException",
            UNKNOWN,
            "RequestEntityTooLargeException",
            "RequestUriTooLongException",
            "RequestHeaderFieldsTooLargeException");

    // Sent to an unknown case, so that a target that obeys destroys nothing.
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

    private static Check refused(String id, ProvokedError error) {
        return check(id, context -> error.on(context, one -> refused(context, one, error)))
                .provoking(error.names().get(0));
    }

    private static Outcome refused(CheckContext context, CaseRef one, ProvokedError error) throws ProbeFailure {
        Refusal refusal = Refusal.of(context.contract(), error.names().toArray(String[]::new));
        List<Finding> findings = Expect.refusal(error.provoke(context, one), refusal);
        if (findings.isEmpty()) {
            return context.withAnyCase(context::served);
        }
        return error.isOfACase()
                ? context.comparedWithUnknownCase(findings, error.provoke(context, one))
                : Outcome.of(findings);
    }

    // The header is optional. With other errors, HTTP also allows a date.
    private static Outcome retryAfter(CheckContext context) throws ProbeFailure {
        Refusal refusal = Refusal.of(context.contract(), "InternalServerException");
        return ProvokedError.INTERNAL_ERROR.on(context, one -> {
            Exchange exchange = ProvokedError.INTERNAL_ERROR.provoke(context, one);
            if (!Expect.refusal(exchange, refusal).isEmpty()) {
                return Outcome.notTestable("the target returned no InternalServerException");
            }
            long minimum =
                    context.contract().constraint(RETRY_AFTER, Keyword.RANGE).minimum();
            String value = exchange.response().header("retry-after").orElse(String.valueOf(minimum));
            List<Finding> findings = Finding.unless(
                    value.matches("-?\\d{1,9}") && Long.parseLong(value) >= minimum,
                    exchange,
                    "a Retry-After of " + Words.count(minimum, "second") + " or more, as a whole number",
                    quoted(value));
            return findings.isEmpty() ? context.withAnyCase(context::served) : Outcome.of(findings);
        });
    }

    private static Outcome unknownRoute(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange exchange = ProvokedError.UNKNOWN_ROUTE.provoke(context, one);
        List<Finding> findings = Expect.refusal(exchange, Refusal.of(context.contract(), UNKNOWN));
        return context.served(one, findings.isEmpty() ? Expect.clientError(exchange) : findings);
    }

    // Smithy's servers return 404, HTTP has 405.
    private static Check method(String id, String method) {
        return onAnyCase(id, (context, one) -> {
                    CaseRef asked = UNSAFE.contains(method) ? context.unknownCase() : one;
                    Exchange exchange = context.send(context.history(asked).method(method));
                    int status = exchange.response().status();
                    // The response to HEAD has no body with the name.
                    boolean unknown = method.equals("HEAD")
                            || ErrorName.of(exchange).filter(UNKNOWN::equals).isPresent();
                    boolean right = status == 405 || (status == 404 && unknown);
                    return context.served(
                            one,
                            Finding.unless(right, exchange, "404 " + UNKNOWN + " or 405", Expect.described(exchange)));
                })
                .provoking(UNKNOWN);
    }

    private static Outcome statusFitsName(CheckContext context, CaseRef one) throws ProbeFailure {
        return ProvokedError.errors(context, one).isEmpty()
                ? Outcome.notTestable("the target returned no error")
                : context.served(one, inAllExchanges(context, exchange -> otherStatus(context.contract(), exchange)));
    }

    private static Outcome noSuccess(CheckContext context, CaseRef one) throws ProbeFailure {
        List<Exchange> errors = ProvokedError.errors(context, one);
        List<Finding> findings = inAllExchanges(context, ErrorStatusChecks::errorWithSuccess);
        return findings.isEmpty() && errors.isEmpty()
                ? Outcome.notTestable("the target returned no error")
                : context.served(one, findings);
    }

    private static List<Finding> inAllExchanges(CheckContext context, Function<Exchange, Optional<Finding>> look) {
        return context.exchanges().stream()
                .flatMap(exchange -> look.apply(exchange).stream())
                .toList();
    }

    // Another requirement is about errors with a status of success.
    private static Optional<Finding> otherStatus(Contract contract, Exchange exchange) {
        return exchange.reply() instanceof Response response && response.status() >= 300
                ? ErrorName.of(response)
                        .flatMap(contract::error)
                        .filter(error -> error.status() != response.status() && !OPEN.contains(error.name()))
                        .map(error -> Finding.of(
                                exchange, error.status() + " for " + error.name(), String.valueOf(response.status())))
                : Optional.empty();
    }

    private static Optional<Finding> errorWithSuccess(Exchange exchange) {
        if (!(exchange.reply() instanceof Response response) || response.status() >= 300) {
            return Optional.empty();
        }
        JsonNode body = Json.read(response.body());
        Optional<String> name = ErrorName.of(response);
        boolean error = (name.isPresent() || body.path("message").isTextual())
                && !body.path("auditEvents").isArray();
        return error
                ? Optional.of(Finding.of(
                        exchange,
                        "an error status of 400 or more",
                        response.status() + " with " + name.orElse("an error without a name")))
                : Optional.empty();
    }
}
