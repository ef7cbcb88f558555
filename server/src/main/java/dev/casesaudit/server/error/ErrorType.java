package dev.casesaudit.server.error;

import java.util.Arrays;
import java.util.Optional;

/** The errors of the mock: status, and name in {@code x-amzn-errortype}. */
public enum ErrorType {
    VALIDATION(400, "ValidationException"),
    BAD_REQUEST(400, "BadRequestException"),
    SERIALIZATION(400, "SerializationException"),
    UNAUTHORIZED(401, "UnauthorizedException"),
    SERVICE_QUOTA_EXCEEDED(402, "ServiceQuotaExceededException"),
    ACCESS_DENIED(403, "AccessDeniedException"),
    MISSING_AUTHENTICATION_TOKEN(403, "MissingAuthenticationTokenException"),
    INCOMPLETE_SIGNATURE(403, "IncompleteSignatureException"),
    INVALID_SIGNATURE(403, "InvalidSignatureException"),
    UNRECOGNIZED_CLIENT(403, "UnrecognizedClientException"),
    EXPIRED_TOKEN(403, "ExpiredTokenException"),
    RESOURCE_NOT_FOUND(404, "ResourceNotFoundException"),
    UNKNOWN_OPERATION(404, "UnknownOperationException"),
    NOT_ACCEPTABLE(406, "NotAcceptableException"),
    REQUEST_TIMEOUT(408, "RequestTimeoutException"),
    CONFLICT(409, "ConflictException"),
    REQUEST_ENTITY_TOO_LARGE(413, "RequestEntityTooLargeException"),
    REQUEST_URI_TOO_LONG(414, "RequestUriTooLongException"),
    UNSUPPORTED_MEDIA_TYPE(415, "UnsupportedMediaTypeException"),
    THROTTLING(429, "ThrottlingException"),
    REQUEST_HEADER_FIELDS_TOO_LARGE(431, "RequestHeaderFieldsTooLargeException"),
    INTERNAL_SERVER(500, "InternalServerException"),
    SERVICE_UNAVAILABLE(503, "ServiceUnavailableException");

    /** The header with the name. */
    public static final String HEADER = "x-amzn-errortype";

    private final int status;
    private final String wireName;

    ErrorType(int status, String wireName) {
        this.status = status;
        this.wireName = wireName;
    }

    public int status() {
        return status;
    }

    public String wireName() {
        return wireName;
    }

    /** Returns the error of a name, as the contract spells it. */
    public static Optional<ErrorType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
