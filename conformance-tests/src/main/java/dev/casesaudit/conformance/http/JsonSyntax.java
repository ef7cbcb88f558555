package dev.casesaudit.conformance.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.casesaudit.conformance.text.Words;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text checked as JSON. Problems are described by their place alone, since the text around them can be secret.
 *
 * @param problem why the text is not exactly one value, or an empty string
 * @param repeated JSON pointers to members whose name an earlier member of the same object has
 */
public record JsonSyntax(String problem, List<String> repeated) {

    private static final int MOST_REPEATED = 1_000;

    public static JsonSyntax of(String text) {
        List<String> repeated = new ArrayList<>();
        return new JsonSyntax(read(text, repeated), repeated);
    }

    private static String read(String text, List<String> repeated) {
        boolean complete = false;
        try (JsonParser parser = JsonBounds.FACTORY.createParser(text)) {
            Deque<Set<String>> open = new ArrayDeque<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (complete) {
                    return "text after the value";
                }
                switch (token) {
                    case START_OBJECT -> open.push(new HashSet<>());
                    case END_OBJECT -> open.pop();
                    case FIELD_NAME -> {
                        if (!open.getFirst().add(parser.currentName()) && repeated.size() < MOST_REPEATED) {
                            repeated.add(Words.shortened(
                                    parser.getParsingContext().pathAsPointer().toString()));
                        }
                    }
                    default -> {
                        // Values and lists have no names.
                    }
                }
                complete = parser.getParsingContext().inRoot();
            }
        } catch (JsonProcessingException e) {
            return complete
                    ? "text after the value"
                    : String.format(
                            Locale.ROOT,
                            "text that is not JSON at line %d, column %d",
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("a string can be read", e);
        }
        return complete ? "" : "nothing";
    }
}
