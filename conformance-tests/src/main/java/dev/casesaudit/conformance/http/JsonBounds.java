package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses JSON that would exhaust this machine as a tree: that takes many times the memory of its text, and to read many names that
 * hash alike takes the square of their number. It is read by the same parser token by token, since a scan for brackets and quotes can
 * be led astray, for example by UTF-16.
 */
public final class JsonBounds {

    /** Reads what strangers send: to intern names, as the default is, takes minutes for many that hash alike. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonBounds() {}

    /** Looks at a body as far as it is JSON. Whether it has to be is for others to say. */
    static void require(byte[] body, AnswerLimits limits) throws BrokenAnswer {
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
        } catch (BrokenAnswer e) {
            throw e;
        } catch (IOException e) {
            // It is no JSON from here on, and no parser reads on.
        }
    }

    private static void requireWithin(int number, int limit, String problem) throws BrokenAnswer {
        if (number > limit) {
            throw new BrokenAnswer(String.format(Locale.ROOT, problem, limit));
        }
    }
}
