package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ServiceError;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes an error as it is. */
@Provider
public class ServiceErrorWriter implements ServerMessageBodyWriter<ServiceError> {

    private final Answers answers;

    ServiceErrorWriter(Answers answers) {
        this.answers = answers;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return type == ServiceError.class;
    }

    @Override
    public void writeResponse(ServiceError error, Type genericType, ServerRequestContext context) {
        answers.send(context, error.type().status(), error.headers(), error.json());
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ServiceError.class;
    }

    @Override
    public void writeTo(
            ServiceError error,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        stream.write(error.json());
    }
}
