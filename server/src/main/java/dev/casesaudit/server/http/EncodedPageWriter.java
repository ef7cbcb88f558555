package dev.casesaudit.server.http;

import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import dev.casesaudit.server.json.WireJson;
import dev.casesaudit.server.page.EncodedPage;
import jakarta.ws.rs.Produces;
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

/** Writes a page as it is. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class EncodedPageWriter implements ServerMessageBodyWriter<GetCaseAuditEventsResponse> {

    private final Answers answers;

    EncodedPageWriter(Answers answers) {
        this.answers = answers;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return GetCaseAuditEventsResponse.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(GetCaseAuditEventsResponse page, Type genericType, ServerRequestContext context) {
        answers.page(context, json(page));
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return GetCaseAuditEventsResponse.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            GetCaseAuditEventsResponse page,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        stream.write(json(page));
    }

    private static byte[] json(GetCaseAuditEventsResponse page) {
        return page instanceof EncodedPage encoded ? encoded.json() : WireJson.encode(page);
    }
}
