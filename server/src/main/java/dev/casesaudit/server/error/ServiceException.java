package dev.casesaudit.server.error;

/** Ends a request with an error response. Has no stack trace: it is a response, not a defect. */
public final class ServiceException extends RuntimeException {

    private final transient ServiceError error;

    public ServiceException(ServiceError error) {
        super(error.name().orElse("an error"), null, false, false);
        this.error = error;
    }

    public ServiceException(ErrorType type, String message) {
        this(ServiceError.of(type, message));
    }

    public ServiceError error() {
        return error;
    }
}
