package dev.casesaudit.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.fixture.FixtureException;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.fixture.Loaders;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.NotReadable;
import dev.casesaudit.server.json.Pieces;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;

/** A file is loaded, or refused with its problems. The first byte chooses JSON or YAML. */
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
                Loaders.world(LOADER, document);
            }
        } catch (NotReadable e) {
            ExpectedRefusals.requireFit(e.expected(), input);
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        } catch (FixtureException e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
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
