package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a JSON document as a tree. A repeated member, which JSON leaves open, is refused. */
public final class Json {

    private static final ObjectReader TREES = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final Pattern LIBRARY_WORDS =
            Pattern.compile(" ?\\(start marker at \\[Source:[^\\]]*\\]\\)|: enable `[^`]*` to allow");

    private Json() {}

    /**
     * Returns the document; an empty one is a missing node.
     *
     * @throws NotReadable if the text is not JSON, holds a member twice, or more than one document
     * @throws IOException if the input cannot be read
     */
    public static JsonNode read(InputStream input) throws IOException {
        try {
            return TREES.readTree(Utf8.decodeDocument(input.readAllBytes()));
        } catch (StreamConstraintsException e) {
            throw new NotReadable("JSON", "what is nested too deeply, or has a name or a number that is too long");
        } catch (JacksonException e) {
            throw new NotReadable("JSON", at(e.getLocation(), inPlainWords(e.getOriginalMessage())));
        } catch (IllegalArgumentException e) {
            throw new NotReadable("JSON", String.valueOf(e.getMessage()));
        }
    }

    private static String at(@Nullable JsonLocation place, String got) {
        return place == null ? got : NotReadable.at(place.getLineNr(), place.getColumnNr(), got);
    }

    // The library's words name its own classes and settings.
    private static String inPlainWords(String words) {
        return words.startsWith("Trailing token")
                ? "more after the end of the document"
                : LIBRARY_WORDS.matcher(words).replaceAll("");
    }

    /** Returns a document that this program wrote itself, and that is in order. */
    public static JsonNode readOwn(byte[] document) {
        try {
            return TREES.readTree(document);
        } catch (IOException e) {
            throw new IllegalStateException("the document is our own", e);
        }
    }
}
