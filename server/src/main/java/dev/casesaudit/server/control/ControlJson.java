package dev.casesaudit.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.control.model.MockState;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.document.StrictReader;
import dev.casesaudit.server.json.WireJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Reads bodies of the control API strictly by its contract, and writes them like bodies of the operation. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ControlJson implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final Package CONTRACT = MockState.class.getPackage();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        if (List.class.equals(type)) {
            return List.of(UnreadBody.of(stream));
        }
        return JsonNode.class.equals(type) ? UnreadBody.of(stream) : model(UnreadBody.tree(stream), type);
    }

    private <T> T model(JsonNode document, Class<T> type) {
        JsonNode checked = InvalidChange.orThrow(
                place -> StrictReader.read(document, Contract.control().schema(type.getSimpleName()), place));
        try {
            return Models.MAPPER.treeToValue(checked, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the contract lets through what its model cannot hold", e);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        WireJson.write(value, stream);
    }

    private static boolean isOurs(Class<?> type) {
        return List.class.equals(type) || JsonNode.class.isAssignableFrom(type) || CONTRACT.equals(type.getPackage());
    }

    // Created with the first body: JAX-RS creates the class around it at each start.
    private static final class Models {

        private static final ObjectMapper MAPPER = new ObjectMapper();
    }
}
