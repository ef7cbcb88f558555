package dev.casesaudit.conformance.wiremock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.contract.ContractError;
import dev.casesaudit.conformance.http.Json;
import java.util.OptionalInt;

/** A mapping of requests to a response. Methods add to it and return it. */
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

    /** Matches all requests for the operation. */
    static Stub ofOperation(StubPriority turn, String name) {
        return new Stub(turn, name).path(Patterns.ANY_PATH);
    }

    /** Matches requests for the operation by path. */
    Stub path(String expression) {
        request.put("method", "POST").put("urlPathPattern", expression);
        return this;
    }

    /** Matches all requests. */
    Stub anything() {
        request.put("method", "ANY").put("urlPathPattern", ".*");
        return this;
    }

    /** Adds a condition on a header, and returns it. */
    ObjectNode header(String name) {
        return request.withObject("/headers").putObject(name);
    }

    /** Adds a condition on the body, and returns it. */
    ObjectNode body() {
        return request.withArray("/bodyPatterns").addObject();
    }

    /** Adds a condition on the value at a JSON path, and returns it. */
    ObjectNode value(String jsonPath) {
        return value(body(), jsonPath);
    }

    /** The same as part of another condition. */
    static ObjectNode value(ObjectNode demand, String jsonPath) {
        return demand.putObject("matchesJsonPath").put("expression", jsonPath);
    }

    /** Adds the condition that a JSON path exists. */
    Stub has(String jsonPath) {
        body().put("matchesJsonPath", jsonPath);
        return this;
    }

    /** Responds with a page from a file. */
    ObjectNode response(String file) {
        response.put("status", 200).put("bodyFileName", file);
        // Braces in a page are not a template.
        response.putObject("transformerParameters").put("disableBodyFileTemplating", true);
        return mapping;
    }

    /** Responds with an error that has only a message. */
    ObjectNode response(ContractError error, String message) {
        return response(error, message, OptionalInt.empty());
    }

    ObjectNode response(ContractError error, String message, OptionalInt retryAfterSeconds) {
        retryAfterSeconds.ifPresent(seconds -> headers.put("retry-after", String.valueOf(seconds)));
        return respondWith(error, Json.object().put("message", message).toString());
    }

    /** Responds with an error whose body is a template. */
    ObjectNode respondWith(ContractError error, String body) {
        headers.put("x-amzn-errortype", error.name());
        response.put("status", error.status()).put("body", body);
        return mapping;
    }
}
