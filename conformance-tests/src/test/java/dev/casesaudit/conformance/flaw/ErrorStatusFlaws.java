package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

/** Errors that come with another status or name than the contract's, or do not come. */
final class ErrorStatusFlaws {

    private static final String METHOD = "at the response: expected 404 UnknownOperationException or 405, got ";

    private ErrorStatusFlaws() {}

    static List<Flaw> all() {
        return List.of(
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
                                "at the response: expected a status of 400 or more for an error, got 200 with AccessDeniedException"),
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
                    protected ObjectNode answer(Input input) {
                        try {
                            return super.answer(input);
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
