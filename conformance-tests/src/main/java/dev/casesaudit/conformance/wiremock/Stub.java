package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import dev.casesaudit.conformance.http.Json;
import java.util.OptionalInt;

/** One mapping: what a request must be like, and what it is answered with. Each method says one more thing and returns this. */
final class Stub {

    private static final String REQUEST_ID = "{{randomValue type='UUID'}}";

    private final ObjectNode mapping = Json.object();
    private final ObjectNode request;
    private final ObjectNode response;
    private final ObjectNode headers;

    Stub(StubPriority turn, String name) {
        mapping.put("name", name).put("priority", turn.priority());
        request = mapping.putObject("request");
        response = mapping.putObject("response");
        headers = response.putObject("headers");
        headers.put("content-type", "application/json").put("x-amzn-requestid", REQUEST_ID);
        response.putArray("transformers").add("response-template");
    }

    /** Takes requests for the operation, whatever they ask it about. */
    static Stub ofOperation(StubPriority turn, String name) {
        return new Stub(turn, name).path(Patterns.ANY_PATH);
    }

    /** Takes requests for the operation by paths that match. */
    Stub path(String expression) {
        request.put("method", "POST").put("urlPathPattern", expression);
        return this;
    }

    /** Takes whatever comes. */
    Stub anything() {
        request.put("method", "ANY").put("urlPathPattern", ".*");
        return this;
    }

    /** Demands something of a header, and returns where to say what. */
    ObjectNode header(String name) {
        return request.withObject("/headers").putObject(name);
    }

    /** Demands something of the body, and returns where to say what. */
    ObjectNode body() {
        return request.withArray("/bodyPatterns").addObject();
    }

    /** Demands something of the value at a JSON path in the body, and returns where to say what. */
    ObjectNode value(String jsonPath) {
        return value(body(), jsonPath);
    }

    /** The same, as part of a demand. */
    static ObjectNode value(ObjectNode demand, String jsonPath) {
        return demand.putObject("matchesJsonPath").put("expression", jsonPath);
    }

    /** Demands that a JSON path leads somewhere. */
    Stub has(String jsonPath) {
        body().put("matchesJsonPath", jsonPath);
        return this;
    }

    /** Answers with a page that stands in a file. */
    ObjectNode answer(String file) {
        response.put("status", 200).put("bodyFileName", file);
        // A page is data: two braces in it are not a template.
        response.putObject("transformerParameters").put("disableBodyFileTemplating", true);
        return mapping;
    }

    /** Answers with an error that has no member but its message. */
    ObjectNode answer(ContractError error, String message) {
        return answer(error, message, OptionalInt.empty());
    }

    ObjectNode answer(ContractError error, String message, OptionalInt retryAfterSeconds) {
        retryAfterSeconds.ifPresent(seconds -> headers.put("retry-after", String.valueOf(seconds)));
        return answerWith(error, Json.object().put("message", message).toString());
    }

    /** Answers with an error whose body is a template. */
    ObjectNode answerWith(ContractError error, String body) {
        headers.put("x-amzn-errortype", error.name());
        response.put("status", error.status()).put("body", body);
        return mapping;
    }
}
