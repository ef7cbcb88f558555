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
        Request of(CheckContext trial, CaseRef one);
    }

    interface MakingAll {
        List<Named> of(CheckContext trial, CaseRef one);
    }

    /** A request, and what findings call it. */
    record Named(String name, Request request) {}

    /** A history is served. The form is given the request for it, which has no header and no body. */
    static Check served(String id, UnaryOperator<Request> form) {
        return served(id, form, history -> usual(history, form.apply(history)));
    }

    /** The same, with the request that differs from the tried one only in what is tried. */
    static Check served(String id, UnaryOperator<Request> form, UnaryOperator<Request> without) {
        return onAnyCase(id, (trial, one) -> {
            Request history = trial.history(one);
            return ownHistory(trial, one, form.apply(history), without.apply(history));
        });
    }

    /** A request is refused with one of these errors; the first is the one that the documents name. */
    static Check refused(String id, Making tried, String... errors) {
        return onAnyCase(id, (trial, one) -> {
                    Refusal refusal = Refusal.of(trial.contract(), errors);
                    return Outcome.of(Expect.refusal(trial.once(tried.of(trial, one)), refusal));
                })
                .provoking(errors[0]);
    }

    /** The same, unless a request is served that must be refused likewise and is no matter of this check. */
    static Check refusedLike(String id, Making tried, Making other, String... errors) {
        return onAnyCase(id, (trial, one) -> {
                    Refusal refusal = Refusal.of(trial.contract(), errors);
                    List<Finding> findings = Expect.refusal(trial.once(tried.of(trial, one)), refusal);
                    return trial.blaming(findings, other.of(trial, one), refusal);
                })
                .provoking(errors[0]);
    }

    /** The same for several requests. */
    static Check allRefusedLike(String id, MakingAll tried, Making other, String... errors) {
        return onAnyCase(id, (trial, one) -> {
            Refusal refusal = Refusal.of(trial.contract(), errors);
            List<Finding> findings = new ArrayList<>();
            for (Named named : tried.of(trial, one)) {
                Expect.refusal(trial.once(named.request()), refusal).stream()
                        .map(finding -> finding.expecting(finding.expected() + " to " + named.name()))
                        .forEach(findings::add);
            }
            return trial.blaming(findings, other.of(trial, one), refusal);
        });
    }

    /** A body cannot be read. A format specifier in it is the largest maxResults, so that the form alone is wrong. */
    static Check malformed(String id, String body) {
        return refused(
                id,
                (trial, one) -> trial.history(one)
                        .json(String.format(Locale.ROOT, body, range(trial).maximum())),
                "SerializationException",
                "ValidationException");
    }

    /** The same for a member of the input that is not of its type. */
    static Check wrongType(String id, String member, String body) {
        return malformed(id, body).coveringInput(member, Keyword.TYPE, Boundary.WRONG_TYPE);
    }

    /** A member that is null is served as one that is absent. */
    static Check nullIsAbsent(String id, String member) {
        return served(id, history -> history.json("{\"" + member + "\":null}"))
                .coveringInput(member, Keyword.OPTIONAL, Boundary.NULL);
    }

    /** Judges the answer to a request that is unusual and right, by that to one without what is unusual. */
    static Outcome ownHistory(CheckContext trial, CaseRef one, Request tried, Request without) throws ProbeFailure {
        List<Finding> refused = Expect.page(trial.once(tried));
        return refused.isEmpty()
                ? trial.atRest(one, same -> Outcome.of(foreign(trial.walk(same), trial.once(tried))))
                : trial.blaming(refused, without);
    }

    static Constraint range(CheckContext trial) {
        return trial.contract().ofInput("maxResults", Keyword.RANGE);
    }

    static Request sized(CheckContext trial, CaseRef one, Object maxResults) {
        return trial.history(one).json("{\"maxResults\":" + maxResults + "}");
    }

    /** Asks for the page after a token that no server issued, of one character so often. */
    static Request garbage(CheckContext trial, CaseRef one, String character, long length) {
        return trial.history(one).json(Json.write(Json.object().put("nextToken", character.repeat((int) length))));
    }

    // The nearest request in the usual form, which for that form itself is the other one.
    private static Request usual(Request history, Request tried) {
        Request empty = history.json("{}");
        return tried.equals(history) || (!tried.body().isEmpty() && !tried.equals(empty)) ? empty : history;
    }

    // The order and the length of a page are the target's affair.
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
