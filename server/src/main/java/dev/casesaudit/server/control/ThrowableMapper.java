package dev.casesaudit.server.control;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.world.Outdated;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Responds to every other exception, including those of the framework. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final ServiceError DELETED = ServiceError.of(
                    ErrorType.INTERNAL_SERVER,
                    "A case was deleted while its events were read. Send the request again to read what there is now.")
            .retryAfter(RetryAfter.ofSeconds(1));

    @Override
    public Response toResponse(Throwable thrown) {
        return ErrorAnswers.response(thrown instanceof Outdated ? DELETED : Errors.of(thrown));
    }
}
