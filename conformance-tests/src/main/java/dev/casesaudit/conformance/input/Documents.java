package dev.casesaudit.conformance.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.conformance.text.Mismatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads YAML and JSON documents. A repeated member is refused, since one of the two would be ignored. */
public final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

    /** Reads a YAML file of a user. */
    public static JsonNode yaml(Path file) throws UnusableInput {
        return read(file, Yaml::parse);
    }

    /** Reads a JSON file of a user. */
    public static JsonNode json(Path file) throws UnusableInput {
        return read(file, JSON::readTree);
    }

    /** Reads a YAML document on the class path. */
    public static JsonNode packaged(Class<?> owner, String name) {
        try {
            return Yaml.parse(packagedText(owner, name));
        } catch (InvalidYaml e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Reads a text on the class path. */
    public static String packagedText(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Returns options of the command line as a document. */
    public static JsonNode of(Map<String, ?> members) {
        return JSON.valueToTree(members);
    }

    private static JsonNode read(Path file, Parser parser) throws UnusableInput {
        try {
            return parser.parse(Files.readString(file).replaceFirst("^\uFEFF", ""));
        } catch (InvalidYaml e) {
            throw UnusableInput.of(e.mismatch().in(file));
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("no reason");
            throw UnusableInput.of(new Mismatch(at(e.getLocation()), "JSON", "something else: " + problem).in(file));
        } catch (CharacterCodingException e) {
            throw UnusableInput.of(file.toString(), "text in UTF-8", "another encoding");
        } catch (NoSuchFileException e) {
            throw UnusableInput.of(file.toString(), "a file", "nothing of that name");
        } catch (IOException e) {
            throw UnusableInput.of(file.toString(), "a file that can be read", e.toString());
        }
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : String.format(Locale.ROOT, "line %d, column %d", location.getLineNr(), location.getColumnNr());
    }

    private interface Parser {
        JsonNode parse(String text) throws IOException;
    }
}
