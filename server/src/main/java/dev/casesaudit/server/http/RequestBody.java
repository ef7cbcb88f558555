package dev.casesaudit.server.http;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.json.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the operation's body. An empty one stands for an empty object. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RequestBody implements MessageBodyReader<GetCaseAuditEventsRequest> {

    private static final StrictJson.Reader<GetCaseAuditEventsRequest> READER =
            StrictJson.reader(GetCaseAuditEventsRequest.class);

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
        byte[] body = stream.readAllBytes();
        return body.length == 0 ? new GetCaseAuditEventsRequest() : READER.read(body);
    }
}
