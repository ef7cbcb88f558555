package dev.casesaudit.server.http;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.json.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Reads the operation's body from the bytes the gate collected. An empty one stands for an empty object. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RequestBody implements ServerMessageBodyReader<GetCaseAuditEventsRequest> {

    private static final StrictJson.Reader<GetCaseAuditEventsRequest> READER =
            StrictJson.reader(GetCaseAuditEventsRequest.class);

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return type == GetCaseAuditEventsRequest.class;
    }

    @Override
    public GetCaseAuditEventsRequest readFrom(
            Class<GetCaseAuditEventsRequest> type,
            Type genericType,
            MediaType mediaType,
            ServerRequestContext request) {
        return read(Admitted.of(request).orElseThrow().body().getBytes());
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == GetCaseAuditEventsRequest.class;
    }

    @Override
    public GetCaseAuditEventsRequest readFrom(
            Class<GetCaseAuditEventsRequest> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        return read(stream.readAllBytes());
    }

    private static GetCaseAuditEventsRequest read(byte[] body) {
        return body.length == 0 ? new GetCaseAuditEventsRequest() : READER.read(body);
    }
}
