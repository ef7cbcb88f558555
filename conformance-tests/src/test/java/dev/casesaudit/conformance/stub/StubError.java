package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error of the stub. */
public final class StubError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String name;
    private final transient ObjectNode body = JsonNodeFactory.instance.objectNode();

    public StubError(int status, String name, String message) {
        super(message, null, false, false);
        this.status = status;
        this.name = name;
        body.put("message", message);
    }

    public static StubError invalid(String message) {
        return new StubError(400, "ValidationException", "1 validation error detected. " + message);
    }

    public static StubError malformed(String message) {
        return new StubError(400, "SerializationException", message);
    }

    public static StubError notFound(String type, String id) {
        return new StubError(404, "ResourceNotFoundException", "%s %s does not exist.".formatted(type, id))
                .with("resourceId", id)
                .with("resourceType", type);
    }

    public StubError with(String member, String value) {
        body.put(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String name() {
        return name;
    }

    public ObjectNode body() {
        return body;
    }
}
