package dev.casesaudit.conformance.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a document without interpreting it. A member that stands twice is refused, since one of the two would be ignored. */
public final class Yaml {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Yaml() {}

    /** Reads a YAML file. */
    public static JsonNode read(Path file) throws UnusableInput {
        return read(file, YAML, "YAML");
    }

    /** Reads a JSON file. */
    public static JsonNode readJson(Path file) throws UnusableInput {
        return read(file, JSON, "JSON");
    }

    /** Reads a YAML document that belongs to the kit. */
    public static JsonNode packaged(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** Returns as a document what was not written as one. */
    public static JsonNode tree(Map<String, ?> members) {
        return JSON.valueToTree(members);
    }

    private static JsonNode read(Path file, ObjectMapper mapper, String format) throws UnusableInput {
        try {
            return mapper.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("no reason");
            throw UnusableInput.of(String.format(
                    Locale.ROOT,
                    "%s: expected %s, got something else: %s",
                    at(file, e.getLocation()),
                    format,
                    problem));
        } catch (NoSuchFileException e) {
            throw UnusableInput.of(String.format(Locale.ROOT, "%s: expected a file, got nothing of that name", file));
        } catch (IOException e) {
            throw UnusableInput.of(String.format(Locale.ROOT, "%s: expected a file that can be read, got %s", file, e));
        }
    }

    private static String at(Path file, @Nullable JsonLocation location) {
        return location == null
                ? file.toString()
                : String.format(
                        Locale.ROOT, "%s: line %d, column %d", file, location.getLineNr(), location.getColumnNr());
    }
}
