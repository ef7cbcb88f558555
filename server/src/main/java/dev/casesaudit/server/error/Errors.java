package dev.casesaudit.server.error;

import dev.casesaudit.server.json.StrictJson;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Converts exceptions to errors of the contract. */
public final class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);

    private static final ServiceError UNEXPECTED = ServiceError.of(
            ErrorType.INTERNAL_SERVER,
            "The mock failed unexpectedly; its log says why. This is a defect of the mock, not of the request.");

    private Errors() {}

    public static ServiceError of(Throwable thrown) {
        if (thrown instanceof ServiceException expected) {
            return expected.error();
        }
        if (thrown instanceof StrictJson.Malformed malformed) {
            return ServiceError.of(ErrorType.SERIALIZATION, String.valueOf(malformed.getMessage()));
        }
        if (thrown instanceof WebApplicationException framework) {
            return of(framework.getResponse().getStatus(), thrown);
        }
        return unexpected(thrown);
    }

    /** Returns the error for a status that the framework chose. */
    public static ServiceError of(int status, @Nullable Throwable cause) {
        return switch (status) {
            case 400 -> ServiceError.of(ErrorType.SERIALIZATION, "The request is not well-formed HTTP");
            case 404, 405 -> ServiceError.of(ErrorType.UNKNOWN_OPERATION, "No operation answers this method and path");
            case 406 -> ServiceError.of(ErrorType.NOT_ACCEPTABLE, "The accept header must allow application/json");
            case 413 ->
                ServiceError.of(
                        ErrorType.REQUEST_ENTITY_TOO_LARGE, "The request body is larger than this endpoint reads");
            case 415 -> ServiceError.of(ErrorType.UNSUPPORTED_MEDIA_TYPE, "The content type must be application/json");
            default ->
                status < 500
                        ? ServiceError.of(ErrorType.SERIALIZATION, "The request is not one that this endpoint reads")
                        : unexpected(cause);
        };
    }

    private static ServiceError unexpected(@Nullable Throwable cause) {
        LOG.error("A request failed unexpectedly", cause);
        return UNEXPECTED;
    }
}
