package dev.casesaudit.server.error;

import dev.casesaudit.api.model.ErrorMessage;
import dev.casesaudit.api.model.ResourceNotFound;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** One answer that is an error, complete: name, status, members and headers. The message is sent as it is. */
public final class ServiceError {

    private final ErrorType type;
    private final byte[] json;
    private final OptionalInt retryAfterSeconds;

    private ServiceError(ErrorType type, byte[] json, OptionalInt retryAfterSeconds) {
        this.type = type;
        this.json = json;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** An error whose only member is its message. */
    public static ServiceError of(ErrorType type, String message) {
        return new ServiceError(type, WireJson.encode(new ErrorMessage().message(message)), OptionalInt.empty());
    }

    public static ServiceError resourceNotFound(String resourceType, String resourceId, String message) {
        ResourceNotFound body =
                new ResourceNotFound().message(message).resourceId(resourceId).resourceType(resourceType);
        return new ServiceError(ErrorType.RESOURCE_NOT_FOUND, WireJson.encode(body), OptionalInt.empty());
    }

    /** The same error, with the member that travels as the header {@code Retry-After}. */
    public ServiceError retryAfter(int seconds) {
        return new ServiceError(type, json, OptionalInt.of(seconds));
    }

    /** An error with a body of its own. */
    public static ServiceError withBody(ErrorType type, Object body) {
        return new ServiceError(type, WireJson.encode(body), OptionalInt.empty());
    }

    public ErrorType type() {
        return type;
    }

    /** The member that travels as the header {@code Retry-After}. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The headers of the answer, in the order in which they are written. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put(ErrorType.HEADER, type.wireName());
        if (type == ErrorType.UNAUTHORIZED) {
            headers.put("www-authenticate", "Bearer");
        }
        retryAfterSeconds.ifPresent(seconds -> headers.put("retry-after", String.valueOf(seconds)));
        return headers;
    }

    /** What it says. */
    public String message() {
        return Json.readOwn(json).path("message").asText();
    }

    /** The body. Not a copy: callers write it out and leave it as it is. */
    public byte[] json() {
        return json;
    }
}
