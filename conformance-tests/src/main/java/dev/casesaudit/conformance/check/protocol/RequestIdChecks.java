package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request ids. */
public final class RequestIdChecks extends CheckTable {

    private static final String HEADER = "x-amzn-requestid";
    private static final String MEMBER = "header." + HEADER;

    @Override
    public List<Check> checks() {
        return List.of(
                check("protocol-request-id-on-pages", RequestIdChecks::onPages).covering(MEMBER, Keyword.REQUIRED),
                onErrors("protocol-request-id-on-errors", (context, error) -> missing(error, Expect.described(error)))
                        .covering(MEMBER, Keyword.REQUIRED),
                onAnyCase("protocol-request-id-not-empty", RequestIdChecks::notEmpty)
                        .covering(MEMBER, Keyword.LENGTH),
                onAnyCase("protocol-request-ids-differ", RequestIdChecks::differ));
    }

    private static Outcome onPages(CheckContext context) throws ProbeFailure {
        return context.withEvents(3, one -> {
            Walk walk = context.walk(one, 2);
            return walk.pages().isEmpty()
                    ? walk.notTestable()
                    : Outcome.of(walk.pages().stream()
                            .flatMap(page -> missing(page.exchange(), "a page").stream())
                            .toList());
        });
    }

    private static List<Finding> missing(Exchange exchange, String of) {
        return Finding.unless(requestId(exchange).isPresent(), exchange, HEADER + " on " + of, "none");
    }

    private static Outcome notEmpty(CheckContext context, CaseRef one) throws ProbeFailure {
        context.sendOnce(context.history(one));
        Constraint length = context.contract().constraint(MEMBER, Keyword.LENGTH);
        List<Exchange> seen = context.exchanges().stream()
                .filter(exchange -> requestId(exchange).isPresent())
                .toList();
        return seen.isEmpty()
                ? Outcome.notTestable("the target returned no request id")
                : context.served(
                        one,
                        seen.stream()
                                .filter(exchange -> stripped(exchange).length() < length.minimum())
                                .map(exchange -> Finding.of(
                                        exchange, "an " + HEADER + " of " + length.allowed(), "an empty one"))
                                .toList());
    }

    private static Outcome differ(CheckContext context, CaseRef one) throws ProbeFailure {
        context.sendOnce(context.history(one));
        context.send(context.history(one));
        Map<String, Exchange> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Exchange exchange : context.exchanges()) {
            // Another requirement is about empty ids.
            String id = stripped(exchange);
            Exchange earlier = id.isEmpty() ? null : seen.putIfAbsent(id, exchange);
            if (earlier != null) {
                findings.add(Finding.of(
                        exchange,
                        "an " + HEADER + " of its own",
                        quoted(id) + ", which request " + earlier.number() + " had"));
            }
        }
        return findings.isEmpty() && seen.size() < 2
                ? Outcome.notTestable("the target returned fewer than two request ids")
                : context.served(one, findings);
    }

    private static String stripped(Exchange exchange) {
        return requestId(exchange).orElse("").strip();
    }

    private static Optional<String> requestId(Exchange exchange) {
        return exchange.reply() instanceof Response response ? response.header(HEADER) : Optional.empty();
    }
}
