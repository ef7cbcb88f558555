package dev.casesaudit.server.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** Reads a JSON document as a tree. A repeated member, which JSON leaves open, is refused. */
public final class Json {

    private static final ObjectReader TREES = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private static final Pattern LIBRARY_PLACE = Pattern.compile(" ?\\(start marker at \\[Source:[^\\]]*\\]\\)");

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
        } catch (JacksonException e) {
            throw new NotReadable(
                    "JSON",
                    NotReadable.at(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), inPlainWords(e)));
        } catch (IllegalArgumentException e) {
            throw new NotReadable("JSON", String.valueOf(e.getMessage()));
        }
    }

    // Where something began, the library tells with names of its own classes and settings.
    private static String inPlainWords(JacksonException e) {
        return LIBRARY_PLACE.matcher(e.getOriginalMessage()).replaceAll("");
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
