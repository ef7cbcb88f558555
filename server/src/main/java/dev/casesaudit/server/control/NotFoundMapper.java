package dev.casesaudit.server.control;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.Errors;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers where nothing is. Quarkus asks for a mapper of just this class before it falls back to a page of its own. */
@Provider
public class NotFoundMapper implements ExceptionMapper<NotFoundException> {

    @Override
    public Response toResponse(NotFoundException thrown) {
        return ErrorAnswers.response(Errors.of(thrown));
    }
}
