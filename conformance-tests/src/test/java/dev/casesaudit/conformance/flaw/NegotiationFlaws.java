package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Flaws of content types and Accept headers. */
final class NegotiationFlaws extends FlawTable {

    private static final String READ =
            "at the response: expected 415 UnsupportedMediaTypeException, got 200 with 1 event";
    private static final String UNREAD = refused("415 UnsupportedMediaTypeException");
    private static final String SERVED = "at the response: expected 406 NotAcceptableException, got 200 with 1 event";
    private static final String UNSERVED = refused("406 NotAcceptableException");

    @Override
    List<Flaw> flaws() {
        return List.of(
                finishing("serves-html-readers-that-send-an-empty-object", (request, reply) -> {
                            if (request.header("accept").orElse("").equals("text/html")
                                    && request.body().equals("{}")) {
                                reply.status(200).without("x-amzn-errortype").body("{\"auditEvents\":[]}");
                            }
                        })
                        .caughtBy(
                                "request-accept-html",
                                "at the response: expected 406 NotAcceptableException, got 200 with 0 events"),
                reads("reads-any-content-type", type -> true)
                        .caughtByEach(
                                READ,
                                "request-content-type-other",
                                "request-content-type-form",
                                "request-content-type-other-json",
                                "request-content-type-absent",
                                "error-unsupported-media-type"),
                reads("reads-any-json", type -> type.contains("json"))
                        .caughtBy("request-content-type-other-json", READ),
                reads("reads-forms", type -> type.contains("form")).caughtBy("request-content-type-form", READ),
                reads("reads-text", type -> type.startsWith("text/"))
                        .caughtByEach(READ, "request-content-type-other", "error-unsupported-media-type"),
                reads("takes-no-content-type-for-json", String::isEmpty).caughtBy("request-content-type-absent", READ),
                refuses("refuses-a-charset", type -> type.contains("charset"))
                        .caughtBy("request-content-type-charset", UNREAD),
                refuses("refuses-unknown-parameters", type -> type.contains("version"))
                        .caughtBy("request-content-type-parameters", UNREAD),
                refuses("compares-content-types-letter-by-letter", type -> type.startsWith("A"))
                        .caughtBy("request-content-type-letter-case", UNREAD),
                accepts("serves-json-whatever-is-accepted", accept -> true)
                        .caughtByEach(
                                SERVED,
                                "request-accept-html",
                                "request-accept-xml",
                                "request-accept-other-json",
                                "request-accept-refuses-json",
                                "error-not-acceptable"),
                accepts("takes-any-json-for-json", accept -> accept.contains("+json"))
                        .caughtBy("request-accept-other-json", SERVED),
                accepts("serves-json-as-text", accept -> accept.startsWith("text/"))
                        .caughtByEach(SERVED, "request-accept-html", "error-not-acceptable"),
                accepts("compares-half-of-a-media-type", accept -> accept.equals("application/xml"))
                        .caughtBy("request-accept-xml", SERVED),
                accepts("drops-weights", accept -> accept.equals("application/json;q=0"))
                        .caughtBy("request-accept-refuses-json", SERVED),
                rejects("does-not-know-the-range-of-all", accept -> accept.equals("*/*"))
                        .caughtBy("request-accept-anything", UNSERVED),
                rejects("does-not-know-the-range-of-applications", accept -> accept.equals("application/*"))
                        .caughtBy("request-accept-any-application", UNSERVED),
                rejects("says-it-produces-no-json", accept -> accept.equals("application/json"))
                        .caughtBy("request-accept-json", UNSERVED),
                rejects("demands-the-largest-weight", accept -> accept.contains("q=0.9"))
                        .caughtBy("request-accept-weights", UNSERVED),
                rejects("looks-at-the-first-media-type-alone", accept -> accept.startsWith("text/html, app"))
                        .caughtBy("request-accept-list", UNSERVED),
                demandsAccept());
    }

    private static Flaw reads(String name, Predicate<String> more) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected boolean readable(Optional<String> contentType, boolean empty) {
                return super.readable(contentType, empty) || more.test(contentType.orElse(""));
            }
        });
    }

    private static Flaw refuses(String name, Predicate<String> which) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected boolean readable(Optional<String> contentType, boolean empty) {
                return super.readable(contentType, empty)
                        && contentType.filter(which).isEmpty();
            }
        });
    }

    private static Flaw accepts(String name, Predicate<String> more) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected boolean accepts(String accept) {
                return super.accepts(accept) || more.test(accept);
            }
        });
    }

    private static Flaw rejects(String name, Predicate<String> which) {
        return refusesToServe(
                name, request -> request.header("accept").filter(which).isPresent());
    }

    private static Flaw refusesToServe(String name, Predicate<StubRequest> which) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected StubInput input(StubRequest request) {
                StubInput input = super.input(request);
                if (which.test(request)) {
                    throw new StubError(406, "NotAcceptableException", "JSON is not accepted");
                }
                return input;
            }
        });
    }

    // Only for empty objects, since only checks of Accept send the header.
    private static Flaw demandsAccept() {
        return refusesToServe(
                        "demands-an-accept-header",
                        request -> request.header("accept").isEmpty()
                                && request.body().equals("{}"))
                .caughtBy("request-accept-absent", UNSERVED);
    }
}
