package dev.casesaudit.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.Input;
import dev.casesaudit.conformance.input.Origin;
import dev.casesaudit.conformance.input.Problems;
import dev.casesaudit.conformance.input.UnusableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads target profiles. Options override the profile, which overrides its base, which overrides the defaults. */
public final class ProfileReader {

    /** The names of the built-in profiles. */
    public static final List<String> BUILT_IN = List.of("mock", "aws");

    private static final List<String> REGION_VARIABLES = List.of("AWS_REGION", "AWS_DEFAULT_REGION");

    private final Map<String, String> environment;

    /**
     * Creates a reader.
     *
     * @param environment variables, which may name the region
     */
    public ProfileReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads a profile.
     *
     * @param profile the name of a built-in profile, or a file
     * @param options overriding members, as in a profile
     */
    public TargetProfile read(String profile, Map<String, ?> options) throws UnusableInput {
        Problems problems = new Problems();
        ProfileReading reading = new ProfileReading(problems);
        boolean builtIn = BUILT_IN.contains(profile);
        Origin origin = builtIn ? builtInOrigin(profile) : Origin.file(Path.of(profile));
        JsonNode document = builtIn ? document(profile) : file(Path.of(profile));
        reading.add(new Input(Origin.named("defaults"), document("defaults"), problems));
        if (!builtIn && BUILT_IN.contains(document.path("base").asText())) {
            String base = document.path("base").asText();
            reading.add(new Input(builtInOrigin(base), document(base), problems));
        }
        if (builtIn) {
            reading.add(new Input(origin, document, problems));
        }
        addRegion(reading, problems);
        if (!builtIn) {
            reading.add(new Input(origin, document, problems));
        }
        reading.add(new Input(Origin.options(), Documents.of(options), problems));
        return reading.finish(profile, origin);
    }

    private static JsonNode file(Path file) throws UnusableInput {
        if (!Files.exists(file)) {
            throw UnusableInput.of(file.toString(), String.join(", ", BUILT_IN) + " or a file", "nothing of that name");
        }
        return Documents.yaml(file);
    }

    private void addRegion(ProfileReading reading, Problems problems) {
        for (String variable : REGION_VARIABLES) {
            String region = environment.getOrDefault(variable, "");
            if (!region.isEmpty()) {
                reading.add(new Input(pointer -> variable, Documents.of(Map.of("region", region)), problems));
                return;
            }
        }
    }

    private static Origin builtInOrigin(String name) {
        return Origin.named("profile " + name);
    }

    private static JsonNode document(String name) {
        return Documents.packaged(ProfileReader.class, name + ".yaml");
    }
}
