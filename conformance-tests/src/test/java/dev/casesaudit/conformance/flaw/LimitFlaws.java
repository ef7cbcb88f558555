package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.List;
import java.util.function.Predicate;

/** Errors of HTTP limits in another format, and requests that affect the next one. */
final class LimitFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                refusing("large-body-gets-html", LimitFlaws::isLarge, "<html>413</html>", 413)
                        .caughtBy(
                                "error-large-body",
                                "at the response: expected a JSON object as the body of 413 TooLargeException, got no JSON"),
                refusing("long-request-line-gets-nothing", LimitFlaws::isLong, "", 414)
                        .caughtBy(
                                "error-large-request-line",
                                "at the response: expected a JSON object as the body of 414 TooLargeException, got an empty body"),
                refusing("large-headers-get-500", LimitFlaws::hasLargeHeaders, "{\"message\":\"Too large\"}", 500)
                        .caughtBy(
                                "error-large-headers",
                                "at the response: expected an error of 400 to 499, with its name, got 500 TooLargeException"),
                spoilsTheNext());
    }

    private static boolean isLarge(StubRequest request) {
        return request.body().length() > 150_000;
    }

    private static boolean isLong(StubRequest request) {
        return request.exchange().getRequestURI().toString().length() > 30_000;
    }

    private static boolean hasLargeHeaders(StubRequest request) {
        return request.exchange().getRequestHeaders().values().toString().length() > 60_000;
    }

    private static Flaw refusing(String flaw, Predicate<StubRequest> which, String body, int status) {
        return Flaw.of(flaw, () -> new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                return which.test(request)
                        ? reply.status(status).body(body).header("x-amzn-errortype", "TooLargeException")
                        : reply;
            }
        });
    }

    private static Flaw spoilsTheNext() {
        return Flaw.of("malformed-request-spoils-the-next", () -> new Service() {
                    private boolean spoilt;

                    @Override
                    public StubReply serve(StubRequest request) {
                        StubReply reply = super.serve(request);
                        if (spoilt) {
                            reply.status(500).header("x-amzn-errortype", "InternalServerException");
                        }
                        spoilt = request.body().equals("{]");
                        return reply;
                    }
                })
                .caughtBy(
                        "error-next-request-is-served",
                        "at the response: expected 200 and a page of events right after 400 SerializationException, got 500 InternalServerException");
    }
}
