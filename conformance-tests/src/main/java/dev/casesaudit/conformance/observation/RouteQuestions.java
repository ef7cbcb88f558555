package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;

/** What is made of other routes, methods and identities. */
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
                        "What does the route get in other letter case?",
                        (context, one) -> route(context, one, "/domains/", "/Domains/")),
                OneRequest.of(
                        "route-double-slash",
                        "What does the route get with a slash twice?",
                        // An HTTP client would make one slash of them.
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

    // To a case that is not there: whatever a target makes of PUT or DELETE, it does it to nothing.
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
