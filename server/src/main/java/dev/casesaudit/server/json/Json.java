package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON. Refuses repeated members. Accepts {@code NaN}, {@code Infinity} and {@code -Infinity} without quotes,
 * since the AWS CLI and Python write them.
 */
public final class Json {

    // The parser builds a whole string before a reader can refuse its length.
    private static final int LONGEST_STRING = 1_000_000;

    private static final ObjectReader TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final Pattern LIBRARY_WORDS = Pattern.compile(
            " ?\\((?:start marker|for \\w+ starting) at \\[Source:[^\\]]*\\]\\)|: enable `[^`]*` to allow");

    private Json() {}

    /**
     * Returns the document as a tree; an empty document is a missing node.
     *
     * @throws NotReadable if the text is not JSON, repeats a member, or has more than one document
     * @throws IOException if the input cannot be read
     */
    public static JsonNode read(InputStream input) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        read(input, document -> read.add(document.tree()));
        return read.get(0);
    }

    /**
     * Reads a document in pieces.
     *
     * @throws NotReadable for the same reasons, after the pieces before the error
     * @throws IOException if the input cannot be read
     */
    public static void read(InputStream input, Document.Whole whole) throws IOException {
        read(input, Meter.NONE, whole);
    }

    /** Reads a document in pieces. The meter counts the trees, which are many times as large as their text. */
    public static void read(InputStream input, Meter meter, Document.Whole whole) throws IOException {
        try (JsonParser parser = TREES.createParser(new Utf8File(input))) {
            parser.nextToken();
            whole.read(new JsonDocument(parser, meter));
            if (parser.nextToken() != null) {
                throw new NotReadable("JSON", at(parser.currentTokenLocation(), "more after the end of the document"));
            }
        } catch (StreamConstraintsException e) {
            throw new NotReadable(
                    "JSON", "what is nested too deeply, or has a name, a number or a string that is too long");
        } catch (JacksonException e) {
            throw new NotReadable("JSON", at(e.getLocation(), inPlainWords(e.getOriginalMessage())));
        }
    }

    /** Reads a tree in pieces. */
    public static void read(JsonNode tree, Document.Whole whole) {
        try (JsonParser parser = tree.traverse()) {
            parser.nextToken();
            whole.read(new JsonDocument(parser, Meter.NONE));
        } catch (IOException e) {
            throw new IllegalStateException("a tree can be read", e);
        }
    }

    private static String at(@Nullable JsonLocation place, String got) {
        return place == null ? got : NotReadable.at(place.getLineNr(), place.getColumnNr(), got);
    }

    // The messages of the library name its classes and settings.
    private static String inPlainWords(String words) {
        return LIBRARY_WORDS.matcher(words).replaceAll("");
    }

    /** Reads a valid document that this program has written. */
    public static JsonNode readOwn(byte[] document) {
        try {
            return TREES.readTree(document);
        } catch (IOException e) {
            throw new IllegalStateException("the document is our own", e);
        }
    }
}
