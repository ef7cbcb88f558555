package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;

/**
 * Refuses JSON that would exhaust this machine as a tree: that takes many times the memory of its text. It is read by the same parser
 * token by token, since a scan for brackets and quotes can be led astray, for example by UTF-16.
 */
final class JsonBounds {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonBounds() {}

    /** Looks at a body as far as it is JSON. Whether it has to be is for others to say. */
    static void require(byte[] body, AnswerLimits limits) throws BrokenAnswer {
        int depth = 0;
        int values = 0;
        try (JsonParser parser = FACTORY.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructEnd()) {
                    depth--;
                } else if (token != JsonToken.FIELD_NAME) {
                    values++;
                    depth += token.isStructStart() ? 1 : 0;
                }
                requireWithin(depth, limits.depth(), "its JSON is more than %d levels deep");
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
