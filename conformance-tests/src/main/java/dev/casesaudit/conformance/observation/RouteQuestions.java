package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;

/** Questions about routes, methods and identities. */
final class RouteQuestions {

    private static final int VERY_LONG = 20_000;

    private RouteQuestions() {}

    static List<Question> all() {
        return List.of(
                method("GET"),
                method("HEAD"),
                method("PUT"),
                method("DELETE"),
                method("OPTIONS"),
                OneRequest.of(
                        "route-letter-case",
                        "What does the route in other letter case get?",
                        (context, one) -> route(context, one, "/domains/", "/Domains/")),
                OneRequest.of(
                        "route-double-slash",
                        "What does the route with a repeated slash get?",
                        // An HTTP client would merge the slashes.
                        (context, one) ->
                                route(context, one, "/cases/", "//cases/").throughSocket()),
                OneRequest.of(
                        "route-very-long",
                        "What does a request line of 20 kB get?",
                        (context, one) -> context.history(one)
                                .target(String.format(
                                        Locale.ROOT,
                                        "%s?padding=%s",
                                        context.history(one).target(),
                                        "x".repeat(VERY_LONG)))),
                new UnsignedRequest());
    }

    // For an unknown case, so that a target that obeys PUT or DELETE destroys nothing.
    private static Question method(String method) {
        return OneRequest.of(
                "method-" + method.toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "What does the method %s get on the route of an unknown case?", method),
                (context, one) -> context.history(context.unknownCase()).method(method));
    }

    private static Request route(CheckContext context, CaseRef one, String part, String other) {
        Request request = context.history(one);
        return request.target(request.target().replaceFirst(part, other));
    }
}
