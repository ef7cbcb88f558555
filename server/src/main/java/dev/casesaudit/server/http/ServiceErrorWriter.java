package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ServiceError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes errors of the control API. */
@Provider
public class ServiceErrorWriter implements ServerMessageBodyWriter<ServiceError> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return type == ServiceError.class;
    }

    @Override
    public void writeResponse(ServiceError error, Type genericType, ServerRequestContext context) {
        // Otherwise the framework adds a charset, which JSON does not have, after the writer.
        ((ResteasyReactiveRequestContext) context).setResponseContentType((MediaType) null);
        context.serverResponse()
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(error.json());
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
