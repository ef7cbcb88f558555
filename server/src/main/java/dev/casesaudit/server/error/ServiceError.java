package dev.casesaudit.server.error;

import dev.casesaudit.api.model.ErrorMessage;
import dev.casesaudit.api.model.ResourceNotFound;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.WireJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One answer that is an error, complete: status, name, members and headers. The message is sent as it is. */
public final class ServiceError {

    private final int status;
    private final Optional<String> name;
    private final byte[] json;
    private final RetryAfter retryAfter;

    private ServiceError(int status, Optional<String> name, byte[] json, RetryAfter retryAfter) {
        this.status = status;
        this.name = name;
        this.json = json;
        this.retryAfter = retryAfter;
    }

    /** An error whose only member is its message. */
    public static ServiceError of(ErrorType type, String message) {
        return withBody(type, new ErrorMessage().message(message));
    }

    /**
     * An error that neither the operation nor its protocol has.
     *
     * @param name nothing, where the answer does not say any
     */
    public static ServiceError of(int status, Optional<String> name, String message) {
        return new ServiceError(status, name, WireJson.encode(new ErrorMessage().message(message)), RetryAfter.NONE);
    }

    public static ServiceError resourceNotFound(String resourceType, String resourceId, String message) {
        return withBody(
                ErrorType.RESOURCE_NOT_FOUND,
                new ResourceNotFound().message(message).resourceId(resourceId).resourceType(resourceType));
    }

    /** An error with a body of its own. */
    public static ServiceError withBody(ErrorType type, Object body) {
        return new ServiceError(type.status(), Optional.of(type.wireName()), WireJson.encode(body), RetryAfter.NONE);
    }

    /** The same error, which says when to try again. */
    public ServiceError retryAfter(RetryAfter asked) {
        return new ServiceError(status, name, json, asked);
    }

    public int status() {
        return status;
    }

    /** The name, as it travels in {@code x-amzn-errortype}. */
    public Optional<String> name() {
        return name;
    }

    public RetryAfter retryAfter() {
        return retryAfter;
    }

    /** The headers of an answer that leaves now, in the order in which they are written. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        name.ifPresent(text -> headers.put(ErrorType.HEADER, text));
        if (name.equals(Optional.of(ErrorType.UNAUTHORIZED.wireName()))) {
            headers.put("www-authenticate", "Bearer");
        }
        headers.putAll(retryAfter.headers(Instant.now()));
        return headers;
    }

    /** What it says. */
    public String message() {
        return Json.readOwn(json).path("message").asText();
    }

    /** How many bytes its body has. */
    public int length() {
        return json.length;
    }

    /** The body. Not a copy: callers write it out and leave it as it is. */
    public byte[] json() {
        return json;
    }
}
