package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The kinds of rows in this area. */
abstract class RequestTable extends CheckTable {

    interface Making {
        Request of(CheckContext context, CaseRef one);
    }

    interface MakingAll {
        List<Named> of(CheckContext context, CaseRef one);
    }

    /** A request and its name in findings. */
    record Named(String name, Request request) {}

    /** The target serves a history. The form changes the request for it, which has no header and no body. */
    static Check served(String id, UnaryOperator<Request> form) {
        return served(id, form, history -> usual(history, form.apply(history)));
    }

    /** The same with a comparison request, which lacks only the tried feature. */
    static Check served(String id, UnaryOperator<Request> form, UnaryOperator<Request> without) {
        return onAnyCase(id, (context, one) -> {
            Request history = context.history(one);
            return ownHistory(context, one, form.apply(history), without.apply(history));
        });
    }

    /** The target refuses a request with one of the errors. The documents name the first one. */
    static Check refused(String id, Making tried, String... errors) {
        return onAnyCase(id, (context, one) -> {
                    Refusal refusal = Refusal.of(context.contract(), errors);
                    return Outcome.of(Expect.refusal(context.sendOnce(tried.of(context, one)), refusal));
                })
                .provoking(errors[0]);
    }

    /** The same, unless the target also serves a comparison request that it must refuse. */
    static Check refusedLike(String id, Making tried, Making other, String... errors) {
        return onAnyCase(id, (context, one) -> {
                    Refusal refusal = Refusal.of(context.contract(), errors);
                    List<Finding> findings = Expect.refusal(context.sendOnce(tried.of(context, one)), refusal);
                    return context.comparedWith(findings, other.of(context, one), refusal);
                })
                .provoking(errors[0]);
    }

    /** The same for several requests. */
    static Check allRefusedLike(String id, MakingAll tried, Making other, String... errors) {
        return onAnyCase(id, (context, one) -> {
            Refusal refusal = Refusal.of(context.contract(), errors);
            List<Finding> findings = new ArrayList<>();
            for (Named named : tried.of(context, one)) {
                Expect.refusal(context.sendOnce(named.request()), refusal).stream()
                        .map(finding -> finding.expecting(finding.expected() + " to " + named.name()))
                        .forEach(findings::add);
            }
            return context.comparedWith(findings, other.of(context, one), refusal);
        });
    }

    /** A malformed body. Its format specifier becomes the largest maxResults, so that only the syntax is wrong. */
    static Check malformed(String id, String body) {
        return refused(
                id,
                (context, one) -> context.history(one)
                        .json(String.format(Locale.ROOT, body, range(context).maximum())),
                "SerializationException",
                "ValidationException");
    }

    /** A member of the input with another type. */
    static Check wrongType(String id, String member, String body) {
        return malformed(id, body).coveringInput(member, Keyword.TYPE, Boundary.WRONG_TYPE);
    }

    /** A member that is null counts as absent. */
    static Check nullIsAbsent(String id, String member) {
        return served(id, history -> history.json("{\"" + member + "\":null}"))
                .coveringInput(member, Keyword.OPTIONAL, Boundary.NULL);
    }

    /** Judges the response to an unusual, valid request by comparison with a usual one. */
    static Outcome ownHistory(CheckContext context, CaseRef one, Request tried, Request without) throws ProbeFailure {
        List<Finding> refused = Expect.page(context.sendOnce(tried));
        return refused.isEmpty()
                ? context.onUnchangedCase(one, same -> Outcome.of(foreign(context.walk(same), context.sendOnce(tried))))
                : context.comparedWith(refused, without);
    }

    static Constraint range(CheckContext context) {
        return context.contract().ofInput("maxResults", Keyword.RANGE);
    }

    static Request sized(CheckContext context, CaseRef one, Object maxResults) {
        return context.history(one).json("{\"maxResults\":" + maxResults + "}");
    }

    /** A request with a token that no server issued, made of one repeated character. */
    static Request garbage(CheckContext context, CaseRef one, String character, long length) {
        return context.history(one).json(Json.write(Json.object().put("nextToken", character.repeat((int) length))));
    }

    // The nearest usual request.
    private static Request usual(Request history, Request tried) {
        Request empty = history.json("{}");
        return tried.equals(history) || (!tried.body().isEmpty() && !tried.equals(empty)) ? empty : history;
    }

    // The target may choose the order and the length of a page.
    private static List<Finding> foreign(Walk walk, Exchange exchange) {
        Optional<Page> page = Page.read(exchange);
        if (page.isEmpty()) {
            return Expect.page(exchange);
        }
        List<String> ids = page.get().eventIds();
        boolean nothing =
                page.get().events().isEmpty() && page.get().nextToken().isEmpty();
        if (nothing && !walk.events().isEmpty()) {
            return List.of(Finding.of(exchange, "events of " + walk.of(), "a page without events or nextToken"));
        }
        boolean others = !ids.isEmpty() && !walk.eventIds().isEmpty() && Collections.disjoint(ids, walk.eventIds());
        return others
                ? List.of(Finding.of(
                        exchange, "events of " + walk.of(), "event " + quoted(ids.get(0)) + ", which it does not have"))
                : List.of();
    }
}
