package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Large requests, and requests after a refused one. */
public final class LimitChecks extends CheckTable {

    @Override
    public List<Check> checks() {
        return List.of(
                large(
                        "error-large-body",
                        request -> request.json("{\"padding\":\"" + "x".repeat(200_000) + "\"}"),
                        "RequestEntityTooLargeException"),
                large(
                        "error-large-request-line",
                        request -> request.target(request.target() + "?padding=" + "x".repeat(40_000)),
                        "RequestUriTooLongException"),
                large("error-large-headers", LimitChecks::largeHeaders, "RequestHeaderFieldsTooLargeException"),
                onAnyCase("error-next-request-is-served", LimitChecks::nextRequestIsServed));
    }

    // No document names a limit for the size, so the target may serve the request, or refuse it in the form of the
    // operation.
    private static Check large(String id, UnaryOperator<Request> larger, String error) {
        return onAnyCase(id, (context, one) -> {
                    Exchange exchange = context.send(larger.apply(context.history(one)));
                    boolean served = exchange.response().status() == 200;
                    return context.served(one, served ? Expect.page(exchange) : Expect.clientError(exchange));
                })
                .provoking(error);
    }

    // 70 KB in all. No single header is longer than servers usually read.
    private static Request largeHeaders(Request request) {
        Request large = request;
        for (int i = 0; i < 10; i++) {
            large = large.header("x-padding-" + i, "x".repeat(7_000));
        }
        return large;
    }

    private static Outcome nextRequestIsServed(CheckContext context, CaseRef one) throws ProbeFailure {
        List<Finding> before = Expect.page(context.send(context.history(one)));
        if (!before.isEmpty()) {
            return Outcome.notTestable(one + " is not served at all: " + before.get(0));
        }
        // A server that does not read a body may take it for the next request.
        String unread = "{\"maxResults\":1,\"" + "unread".repeat(500) + "\":0}";
        List<Request> wrong = List.of(
                context.history(one).json("{]"),
                context.history(one).body(Content.of(unread)).header("content-type", "application/octet-stream"),
                Request.to("POST", "/no-operation-has-this-route").json(unread));
        List<Finding> findings = new ArrayList<>();
        int refused = 0;
        for (Request request : wrong) {
            Exchange error;
            try {
                error = context.send(request);
            } catch (ProbeFailure.NoResponse e) {
                // This is a finding of the check of this error.
                continue;
            }
            refused += error.response().status() >= 400 ? 1 : 0;
            Expect.page(context.send(context.history(one))).stream()
                    .map(finding -> finding.expecting(finding.expected() + " right after " + Expect.described(error)))
                    .forEach(findings::add);
        }
        return refused == 0 ? Outcome.notTestable("the target refused no request") : Outcome.of(findings);
    }
}
