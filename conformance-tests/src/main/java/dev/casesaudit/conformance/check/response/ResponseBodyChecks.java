package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.JsonSyntax;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Status, content type and JSON of pages. */
public final class ResponseBodyChecks extends ResponseTable {

    @Override
    public List<Check> checks() {
        return List.of(
                onAnyCase("response-page-status", ResponseBodyChecks::status),
                responses("response-page-content-type", "events", ResponseBodyChecks::contentType),
                check("response-page-names-no-error", ResponseBodyChecks::namesNoError),
                responses("response-body-json", "events", ResponseBodyChecks::oneJsonValue),
                responses("response-body-utf8", "a body", ResponseBodyChecks::utf8),
                responses("response-object-names-unique", "a JSON object", ResponseBodyChecks::repeatedNames),
                member("response-body-type", Contract.OUTPUT, Keyword.TYPE));
    }

    private static Outcome status(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange first = context.sendOnce(context.history(one));
        List<Exchange> pages = context.survey().exchanges().stream()
                .filter(exchange -> Json.body(exchange).path("auditEvents").isArray())
                .toList();
        List<Exchange> judged = pages.isEmpty() && first.response().status() != 200 ? List.of(first) : pages;
        return Outcome.ofEach(judged, "no response has a list of events", exchange -> {
            int status = exchange.response().status();
            return Finding.unless(status == 200, exchange, "status 200", "status " + status);
        });
    }

    private static Optional<List<Finding>> contentType(Exchange exchange) {
        Optional<String> type = exchange.response().header("content-type");
        String bare = type.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Optional.of(Finding.unless(
                bare.equals("application/json"),
                exchange,
                "the content type 'application/json'",
                type.map(value -> quoted(value)).orElse("none")));
    }

    // Only errors have the header. In a body, only names of the contract are names of errors.
    private static Outcome namesNoError(CheckContext context) throws ProbeFailure {
        List<Exchange> pages = context.survey().exchanges().stream()
                .filter(exchange -> Page.read(exchange).isPresent())
                .toList();
        return Outcome.ofEach(
                pages,
                "the target returned no page",
                page -> ErrorName.of(page)
                        .filter(name ->
                                page.response().header("x-amzn-errortype").isPresent()
                                        || context.contract().error(name).isPresent())
                        .map(name -> Finding.of(page, "no name of an error on a page", quoted(name)))
                        .stream()
                        .toList());
    }

    private static Optional<List<Finding>> oneJsonValue(Exchange exchange) {
        String text = exchange.response().body().text();
        // Another requirement is about the byte order mark.
        String problem = JsonSyntax.of(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .problem();
        return Optional.of(Finding.unless(problem.isEmpty(), exchange, "exactly one JSON value", problem));
    }

    private static Optional<List<Finding>> utf8(Exchange exchange) {
        return exchange.response().body().isEmpty() ? Optional.empty() : Optional.of(otherThanUtf8(exchange));
    }

    private static Optional<List<Finding>> repeatedNames(Exchange exchange) {
        JsonSyntax syntax = JsonSyntax.of(exchange.response().body().text());
        return syntax.problem().isEmpty()
                ? Optional.of(syntax.repeated().stream()
                        .map(pointer -> new Finding(pointer, "one member of this name", "a second one", exchange))
                        .toList())
                : Optional.empty();
    }
}
