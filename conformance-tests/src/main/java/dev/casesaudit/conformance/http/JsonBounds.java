package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses JSON that would exhaust this machine. A tree takes many times the memory of its text, and names with equal
 * hashes take quadratic time. The JSON parser itself reads the tokens, since a scan for brackets and quotes fails on
 * encodings such as UTF-16.
 */
public final class JsonBounds {

    /** Does not intern names, which takes minutes for many names with equal hashes. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonBounds() {}

    /** Checks a body as far as it is JSON. */
    static void require(byte[] body, ResponseLimits limits) throws BrokenResponse {
        int depth = 0;
        int values = 0;
        Set<String> names = new HashSet<>();
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                } else {
                    values++;
                    depth += token.isStructStart() ? 1 : 0;
                }
                requireWithin(depth, limits.depth(), "its JSON is more than %d levels deep");
                requireWithin(names.size(), limits.names(), "its JSON has more than %d different names");
                requireWithin(values, limits.values(), "its JSON has more than %d values");
            }
        } catch (BrokenResponse e) {
            throw e;
        } catch (IOException e) {
            // No parser reads beyond the first error.
        }
    }

    private static void requireWithin(int number, int limit, String problem) throws BrokenResponse {
        if (number > limit) {
            throw new BrokenResponse(String.format(Locale.ROOT, problem, limit));
        }
    }
}
