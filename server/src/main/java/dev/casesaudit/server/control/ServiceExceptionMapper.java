package dev.casesaudit.server.control;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ServiceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Responds with the errors that the control API throws. */
@Provider
public class ServiceExceptionMapper implements ExceptionMapper<ServiceException> {

    @Override
    public Response toResponse(ServiceException thrown) {
        return ErrorAnswers.response(thrown.error());
    }
}
