package dev.casesaudit.server.error;

import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.WireJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A complete error response: status, name, members and headers. The message is sent unchanged. */
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
        return of(type.status(), Optional.of(type.wireName()), message);
    }

    /**
     * An error outside the contract.
     *
     * @param name absent where the response carries none
     */
    public static ServiceError of(int status, Optional<String> name, String message) {
        return new ServiceError(status, name, WireJson.encodeTexts(Map.of("message", message)), RetryAfter.NONE);
    }

    public static ServiceError resourceNotFound(String resourceType, String resourceId, String message) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("message", message);
        members.put("resourceId", resourceId);
        members.put("resourceType", resourceType);
        return new ServiceError(
                ErrorType.RESOURCE_NOT_FOUND.status(),
                Optional.of(ErrorType.RESOURCE_NOT_FOUND.wireName()),
                WireJson.encodeTexts(members),
                RetryAfter.NONE);
    }

    public static ServiceError withBody(ErrorType type, Object body) {
        return new ServiceError(type.status(), Optional.of(type.wireName()), WireJson.encode(body), RetryAfter.NONE);
    }

    /** The same error with the headers that say when to retry. */
    public ServiceError retryAfter(RetryAfter advice) {
        return new ServiceError(status, name, json, advice);
    }

    public int status() {
        return status;
    }

    /** Returns the name in {@code x-amzn-errortype}. */
    public Optional<String> name() {
        return name;
    }

    public RetryAfter retryAfter() {
        return retryAfter;
    }

    /** Returns the headers of a response that is sent now, in the order in which they are written. */
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

    public String message() {
        return Json.readOwn(json).path("message").asText();
    }

    /** Returns the length of the body in bytes. */
    public int length() {
        return json.length;
    }

    /** Returns the body. It is no copy: callers must not change it. */
    public byte[] json() {
        return json;
    }

    /** Returns the body. */
    public EncodedJson document() {
        return EncodedJson.of(json);
    }
}
