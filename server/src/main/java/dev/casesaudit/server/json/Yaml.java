package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML 1.2 document as the JSON tree it stands for. The only class that knows the YAML library.
 *
 * <p>In YAML 1.2 a plain {@code 2026-01-31T09:30:00Z}, {@code yes} or {@code 12:30} is a string, as it is on the wire.
 */
public final class Yaml {

    private static final ObjectMapper SCALARS = new ObjectMapper();

    // The library's limits are meant for untrusted input; what is read here is the operator's own.
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .build();

    private static final int DEEPEST = 100;

    private Yaml() {}

    /**
     * Returns the document; an empty one is a null node.
     *
     * @throws NotReadable if the text is not YAML, holds a key twice or one that is no string, or more than one document
     * @throws IOException if the input cannot be read
     */
    public static JsonNode read(InputStream input) throws IOException {
        try {
            return tree(new Load(SETTINGS).loadFromReader(new RoomForOneMore(Utf8.reader(input))), DEEPEST);
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElseThrow(() -> e);
            throw new NotReadable(
                    "YAML", NotReadable.at(mark.getLine() + 1, mark.getColumn() + 1, String.valueOf(e.getProblem())));
        } catch (CharacterCodingException e) {
            throw new NotReadable("YAML", Utf8.MALFORMED);
        } catch (YamlEngineException e) {
            throw notReadable(e);
        } catch (IllegalArgumentException e) {
            throw ofAnotherType();
        } catch (StackOverflowError e) {
            // The library calls itself for each level, without a limit that could be set.
            throw tooDeep();
        }
    }

    private static IOException notReadable(YamlEngineException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return new NotReadable("YAML", Utf8.MALFORMED);
        }
        if (e.getCause() instanceof IOException failed) {
            return failed;
        }
        return e.getCause() == null ? new NotReadable("YAML", String.valueOf(e.getMessage())) : ofAnotherType();
    }

    // What the library's converters throw, such as a failed cast, speaks of classes.
    private static NotReadable ofAnotherType() {
        return new NotReadable("YAML", "a value that is not of the type of its tag");
    }

    private static JsonNode tree(@Nullable Object value, int depth) throws NotReadable {
        if (depth == 0) {
            throw tooDeep();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                object.set(key(entry.getKey()), tree(entry.getValue(), depth - 1));
            }
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(list.size());
            for (Object item : list) {
                array.add(tree(item, depth - 1));
            }
            return array;
        }
        return SCALARS.valueToTree(value);
    }

    // A number would lose its spelling: 1.10 and 1.1 would be one key.
    private static String key(@Nullable Object key) throws NotReadable {
        if (key instanceof String text) {
            return text;
        }
        throw new NotReadable("a string as each key, in quotes where YAML would see something else", "the key " + key);
    }

    private static NotReadable tooDeep() {
        return new NotReadable(
                "YAML of at most %d levels".formatted(DEEPEST), "more, or an alias within its own anchor");
    }

    // The library fills its buffer to the brim, and fails where it then needs a place for the rest of a surrogate pair.
    private static final class RoomForOneMore extends FilterReader {

        RoomForOneMore(Reader text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, length > 1 ? length - 1 : length);
        }
    }
}
