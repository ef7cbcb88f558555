package dev.casesaudit.server.control;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.Errors;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers for everything that no other mapper knows, the framework's own exceptions among it. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        return ErrorAnswers.response(Errors.of(thrown));
    }
}
