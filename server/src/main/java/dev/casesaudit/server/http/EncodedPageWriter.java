package dev.casesaudit.server.http;

import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import dev.casesaudit.server.json.WireJson;
import dev.casesaudit.server.page.EncodedPage;
import jakarta.ws.rs.Produces;
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

/** Writes a page as it is, in one piece, so that its length is known and it is not chunked. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class EncodedPageWriter implements ServerMessageBodyWriter<GetCaseAuditEventsResponse> {

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return GetCaseAuditEventsResponse.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(GetCaseAuditEventsResponse page, Type genericType, ServerRequestContext context) {
        // On its own the framework adds a charset, which JSON does not have, after this method is done.
        ((ResteasyReactiveRequestContext) context).setResponseContentType((MediaType) null);
        context.serverResponse()
                .setResponseHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(json(page));
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
