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
                        (trial, one) -> route(trial, one, "/domains/", "/Domains/")),
                OneRequest.of(
                        "route-double-slash",
                        "What does the route get with a slash twice?",
                        // An HTTP client would make one slash of them.
                        (trial, one) -> route(trial, one, "/cases/", "//cases/").throughSocket()),
                OneRequest.of(
                        "route-very-long",
                        "What does a request line of 20 kB get?",
                        (trial, one) -> trial.history(one)
                                .target(String.format(
                                        Locale.ROOT,
                                        "%s?padding=%s",
                                        trial.history(one).target(),
                                        "x".repeat(VERY_LONG)))),
                new UnsignedRequest());
    }

    // To a case that is not there: whatever a target makes of PUT or DELETE, it does it to nothing.
    private static Question method(String method) {
        return OneRequest.of(
                "method-" + method.toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "What does the method %s get on the route of an unknown case?", method),
                (trial, one) -> trial.history(trial.unknownCase()).method(method));
    }

    private static Request route(CheckContext trial, CaseRef one, String part, String other) {
        Request request = trial.history(one);
        return request.target(request.target().replaceFirst(part, other));
    }
}
