package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;

/** Errors with a wrong status or name, and missing errors. */
final class ErrorStatusFlaws extends FlawTable {

    private static final String METHOD = "at the response: expected 404 UnknownOperationException or 405, got ";

    private static final String NAME = "x-amzn-errortype";

    @Override
    List<Flaw> flaws() {
        return List.of(
                WrongError.reply(
                                "denied-404",
                                "AccessDeniedException",
                                reply -> reply.status(404).header(NAME, "ResourceNotFoundException"))
                        .caughtBy(
                                "error-access-denied",
                                "at the response: expected 403 AccessDeniedException, got 404 ResourceNotFoundException"),
                WrongError.reply(
                                "throttled-as-unavailable",
                                "ThrottlingException",
                                reply -> reply.status(503).header(NAME, "ServiceUnavailable"))
                        .caughtBy(
                                "error-throttled",
                                "at the response: expected 429 ThrottlingException, got 503 ServiceUnavailable"),
                WrongError.reply(
                                "server-fault-as-unavailable",
                                "InternalServerException",
                                reply -> reply.status(503).header(NAME, "ServiceUnavailable"))
                        .caughtBy(
                                "error-server-fault",
                                "at the response: expected 500 InternalServerException, got 503 ServiceUnavailable"),
                takesMethod("GET").caughtBy("error-method-get", METHOD + "200 with 1 event"),
                takesMethod("HEAD").caughtBy("error-method-head", METHOD + "200 without a list of events"),
                takesMethod("PATCH").caughtBy("error-method-patch", METHOD + "200 with 1 event"),
                takesMethod("PUT").caughtBy("error-method-put", METHOD + "404 ResourceNotFoundException"),
                takesMethod("DELETE").caughtBy("error-method-delete", METHOD + "404 ResourceNotFoundException"),
                finishing("serves-html-readers-that-send-no-body", (request, reply) -> {
                            if (reply.status() == 406 && request.body().isEmpty()) {
                                reply.status(200).without(NAME).body("{\"auditEvents\":[]}");
                            }
                        })
                        .caughtBy(
                                "error-not-acceptable",
                                "at the response: expected 406 NotAcceptableException, got 200 with 0 events"),
                finishing("finds-large-bodies-invalid-with-413", (request, reply) -> {
                            if (request.body().length() > 150_000) {
                                reply.status(413)
                                        .header(NAME, "ValidationException")
                                        .body("{\"message\":\"Too large\"}");
                            }
                        })
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 400 for ValidationException, got 413"),
                finishing("refuses-bytes-with-200", (request, reply) -> {
                            if (request.header("content-type").orElse("").equals("application/octet-stream")) {
                                reply.status(200);
                            }
                        })
                        .caughtBy(
                                "error-no-success",
                                "at the response: expected an error status of 400 or more, got 200 with UnsupportedMediaTypeException"),
                retryAfter("a-date", "Wed, 21 Oct 2026 07:28:00 GMT")
                        .caughtBy(
                                "error-retry-after",
                                "at the response: expected a Retry-After of 0 seconds or more, as a whole number, got 'Wed, 21 Oct 2026 07:28:00 GMT'"),
                retryAfter("a-negative-number", "-1")
                        .caughtBy(
                                "error-retry-after",
                                "at the response: expected a Retry-After of 0 seconds or more, as a whole number, got '-1'"),
                retryAfter("a-word", "soon")
                        .caughtBy(
                                "error-retry-after",
                                "at the response: expected a Retry-After of 0 seconds or more, as a whole number, got 'soon'"),
                retryAfter("a-fraction", "0.5")
                        .caughtBy(
                                "error-retry-after",
                                "at the response: expected a Retry-After of 0 seconds or more, as a whole number, got '0.5'"),
                endsTooEarly500(),
                emptyPageForAnUnknownCase(),
                unknownDomainIsInvalid(),
                WrongError.reply("denied-401", "AccessDeniedException", reply -> reply.status(401))
                        .caughtBy(
                                "error-access-denied",
                                "at the response: expected 403 AccessDeniedException, got 401 AccessDeniedException")
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 403 for AccessDeniedException, got 401"),
                WrongError.reply("denied-200", "AccessDeniedException", reply -> reply.status(200))
                        .caughtBy(
                                "error-access-denied",
                                "at the response: expected 403 AccessDeniedException, got 200 without a list of events")
                        .caughtBy(
                                "error-no-success",
                                "at the response: expected an error status of 400 or more, got 200 with AccessDeniedException"),
                WrongError.reply("throttled-503", "ThrottlingException", reply -> reply.status(503))
                        .caughtBy(
                                "error-throttled",
                                "at the response: expected 429 ThrottlingException, got 503 ThrottlingException")
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 429 for ThrottlingException, got 503"),
                WrongError.reply("server-fault-502", "InternalServerException", reply -> reply.status(502))
                        .caughtBy(
                                "error-server-fault",
                                "at the response: expected 500 InternalServerException, got 502 InternalServerException")
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 500 for InternalServerException, got 502"),
                WrongError.reply(
                                "unknown-route-403",
                                "UnknownOperationException",
                                reply -> reply.status(403).header("x-amzn-errortype", "AccessDeniedException"))
                        .caughtBy(
                                "error-unknown-route",
                                "at the response: expected 404 UnknownOperationException, got 403 AccessDeniedException")
                        .caughtByEach(
                                METHOD + "403 AccessDeniedException",
                                "error-method-get",
                                "error-method-head",
                                "error-method-patch",
                                "error-method-put",
                                "error-method-delete"),
                WrongError.reply(
                                "unknown-route-as-html",
                                "UnknownOperationException",
                                reply -> reply.body("<h1>404</h1>"))
                        .caughtBy(
                                "error-unknown-route",
                                "at the response: expected a JSON object as the body of 404 UnknownOperationException, got no JSON"),
                takesAnyMethod());
    }

    private static Flaw endsTooEarly500() {
        return Flaw.of("body-that-ends-too-early-500", () -> new Service() {
                    @Override
                    protected JsonNode parse(String body) {
                        if (body.endsWith(":")) {
                            throw new StubError(500, "InternalServerException", "Try again later");
                        }
                        return super.parse(body);
                    }
                })
                .caughtBy(
                        "error-malformed-request",
                        "at the response: expected 400 SerializationException or 400 ValidationException, got 500 InternalServerException");
    }

    private static Flaw emptyPageForAnUnknownCase() {
        return Flaw.of("empty-page-for-an-unknown-case", () -> new Service() {
                    @Override
                    protected ObjectNode response(StubInput input) {
                        try {
                            return super.response(input);
                        } catch (StubError error) {
                            if (error.body().path("resourceType").asText().equals("Case")) {
                                return JsonNodeFactory.instance
                                        .objectNode()
                                        .set("auditEvents", JsonNodeFactory.instance.arrayNode());
                            }
                            throw error;
                        }
                    }
                })
                .caughtBy(
                        "error-unknown-case",
                        "at the response: expected 404 ResourceNotFoundException, got 200 with 0 events");
    }

    private static Flaw unknownDomainIsInvalid() {
        return WrongError.reply("unknown-domain-is-invalid", "ResourceNotFoundException", reply -> {
                    if (reply.text().contains("\"Domain\"")) {
                        reply.status(400).header("x-amzn-errortype", "ValidationException");
                    }
                })
                .caughtBy(
                        "error-unknown-domain",
                        "at the response: expected 404 ResourceNotFoundException or 403 AccessDeniedException, got 400 ValidationException");
    }

    private static Flaw retryAfter(String what, String value) {
        return WrongError.reply(
                "retry-after-" + what, "InternalServerException", reply -> reply.header("Retry-After", value));
    }

    private static Flaw takesMethod(String method) {
        return Flaw.of("takes-" + method.toLowerCase(Locale.ROOT) + "-for-post", () -> new Service() {
            @Override
            protected CaseRef route(StubRequest request) {
                String taken = request.method().equals(method) ? "POST" : request.method();
                return super.route(new StubRequest(request.exchange(), taken, request.path(), request.body()));
            }
        });
    }

    private static Flaw takesAnyMethod() {
        return Flaw.of("takes-any-method", () -> new Service() {
                    @Override
                    protected CaseRef route(StubRequest request) {
                        return super.route(new StubRequest(request.exchange(), "POST", request.path(), request.body()));
                    }
                })
                .caughtByEach(METHOD + "200 with 1 event", "error-method-get", "error-method-patch")
                .caughtBy("error-method-head", METHOD + "200 without a list of events")
                .caughtByEach(METHOD + "404 ResourceNotFoundException", "error-method-put", "error-method-delete");
    }
}
