package dev.casesaudit.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casesaudit.server.fixture.FixtureException;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.fixture.Loaders;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.NotReadable;
import dev.casesaudit.server.json.Pieces;
import dev.casesaudit.server.json.Yaml;
import dev.casesaudit.server.world.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A file is loaded, or refused with its problems. An export of what was loaded loads to the same export. The first byte
 * chooses JSON or YAML.
 */
public final class FixtureTarget {

    private static final FixtureLoader LOADER = Loaders.fixtures();

    // Generating many events takes long by design, and is not what fuzzing looks for.
    private static final Pattern MANY = Pattern.compile("events[\"']?\\s*:?\\s*[^,}]*[0-9a-fxeE_]{4}");

    private FixtureTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(input, 1, input.length - 1);
        try {
            JsonNode document = input[0] == 'J' ? Json.read(rest) : yaml(rest.readAllBytes());
            if (!MANY.matcher(document.toString()).find()) {
                load(
                        document.isArray()
                                ? document
                                : JsonNodeFactory.instance.arrayNode().add(document));
            }
        } catch (NotReadable e) {
            ExpectedRefusals.requireFit(e.expected(), input);
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        } catch (FixtureException e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        }
    }

    private static void load(JsonNode domains) {
        Seed loaded = Loaders.world(LOADER, domains);
        byte[] exported = Loaders.exported(loaded);
        byte[] again = Loaders.exported(Loaders.world(LOADER, Json.readOwn(exported)));
        if (!Arrays.equals(again, exported)) {
            throw new AssertionError("expected %s, got %s"
                    .formatted(
                            new String(exported, StandardCharsets.UTF_8), new String(again, StandardCharsets.UTF_8)));
        }
    }

    // Read in one piece and in many, it must be the same.
    private static JsonNode yaml(byte[] text) throws IOException {
        JsonNode inPieces;
        try {
            inPieces = Pieces.read(text);
        } catch (NotReadable e) {
            JsonNode read = Yaml.read(new ByteArrayInputStream(text));
            throw new AssertionError("refused in pieces only: " + read, e);
        }
        JsonNode whole = Yaml.read(new ByteArrayInputStream(text));
        if (!whole.equals(inPieces)) {
            throw new AssertionError("%s, and in pieces %s".formatted(whole, inPieces));
        }
        return whole;
    }
}
