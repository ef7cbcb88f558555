package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.Role;
import java.util.List;
import java.util.Locale;

/** Questions about requests that break two rules. */
final class PrecedenceQuestions {

    private static final String MALFORMED = "{\"maxResults\":";
    private static final String UNKNOWN_DOMAIN = "00000000-0000-4000-8000-00000000d0a1";

    private PrecedenceQuestions() {}

    static List<Question> all() {
        return List.of(
                OneRequest.of(
                        "page-size-and-unknown-case",
                        "Which error comes for a maxResults above the maximum and an unknown case?",
                        (context, one) -> context.history(context.unknownCase()).json(pageTooLarge(context))),
                OneRequest.of(
                        "page-size-and-denied-case",
                        "Which error comes for a maxResults above the maximum and a case that is denied?",
                        Role.DENIED,
                        (context, one) -> context.history(one).json(pageTooLarge(context)),
                        ResponseText::of),
                OneRequest.of(
                        "page-size-and-wrong-type",
                        "Which error comes for a maxResults above the maximum and a number as nextToken?",
                        (context, one) -> context.history(one)
                                .json(String.format(
                                        Locale.ROOT, "{\"maxResults\":%d,\"nextToken\":5}", maximum(context) + 1))),
                OneRequest.of(
                        "token-and-unknown-case",
                        "Which error comes for a token that was never issued and an unknown case?",
                        (context, one) ->
                                context.history(context.unknownCase()).json("{\"nextToken\":\"not-a-token\"}")),
                OneRequest.of(
                        "malformed-and-unknown-case",
                        "Which error comes for a malformed body and an unknown case?",
                        (context, one) -> context.history(context.unknownCase()).json(MALFORMED)),
                OneRequest.of(
                        "malformed-and-denied-case",
                        "Which error comes for a malformed body and a case that is denied?",
                        Role.DENIED,
                        (context, one) -> context.history(one).json(MALFORMED),
                        ResponseText::of),
                OneRequest.of(
                        "content-type-and-malformed",
                        "Which error comes for a content type of text/plain and a malformed body?",
                        (context, one) -> plain(context.history(one), MALFORMED)),
                OneRequest.of(
                        "content-type-and-unknown-case",
                        "Which error comes for a content type of text/plain and an unknown case?",
                        (context, one) -> plain(context.history(context.unknownCase()), "{}")),
                OneRequest.of(
                        "accept-and-content-type",
                        "Which error comes for an accept of text/html and a content type of text/plain?",
                        (context, one) -> plain(context.history(one), "{}").header("accept", "text/html")),
                OneRequest.of(
                        "unknown-domain-and-long-case-id",
                        "Which error comes for an unknown domain and a caseId above the maximum length?",
                        (context, one) -> Request.auditHistory(UNKNOWN_DOMAIN, caseIdTooLong(context))));
    }

    static String pageTooLarge(CheckContext context) {
        return String.format(Locale.ROOT, "{\"maxResults\":%d}", maximum(context) + 1);
    }

    static String caseIdTooLong(CheckContext context) {
        return "a"
                .repeat((int) context.contract()
                                .ofInput("caseId", Keyword.LENGTH)
                                .maximum()
                        + 1);
    }

    private static long maximum(CheckContext context) {
        return context.contract().ofInput("maxResults", Keyword.RANGE).maximum();
    }

    private static Request plain(Request request, String body) {
        return request.body(Content.of(body)).header("content-type", "text/plain");
    }
}
