package dev.casesaudit.conformance.requirement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.InvalidYaml;
import dev.casesaudit.conformance.input.Yaml;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All requirements and exclusions, in the order of {@code requirements.yaml}. */
public final class Catalogue {

    private final Map<String, Requirement> requirements = new LinkedHashMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    private Catalogue(JsonNode document) {
        Map<String, Source> sources = new LinkedHashMap<>();
        document.path("sources")
                .forEachEntry(
                        (key, source) -> sources.put(key, new Source(key, text(source, "title"), text(source, "url"))));
        for (JsonNode entry : document.path("requirements")) {
            if (entry.has("excluded")) {
                exclusions.add(
                        new Exclusion(text(entry, "statement"), sources(entry, sources), text(entry, "excluded")));
            } else {
                add(requirement(entry, sources));
            }
        }
    }

    private Catalogue(List<Requirement> requirements, List<Exclusion> exclusions) {
        requirements.forEach(this::add);
        this.exclusions.addAll(exclusions);
    }

    /** Reads the catalogue of this build. */
    public static Catalogue read() {
        return new Catalogue(Documents.packaged(Catalogue.class, "/requirements.yaml"));
    }

    public static Catalogue parse(String yaml) {
        try {
            return new Catalogue(Yaml.parse(yaml));
        } catch (InvalidYaml e) {
            throw new UncheckedIOException("the requirements cannot be read", e);
        }
    }

    /** Returns the part that can be tried without changing a target. */
    public Catalogue readOnly() {
        return new Catalogue(
                requirements().stream()
                        .filter(requirement -> !requirement.area().writes())
                        .toList(),
                exclusions);
    }

    public List<Requirement> requirements() {
        return List.copyOf(requirements.values());
    }

    /** Returns the areas that have requirements. */
    public List<Area> areas() {
        return Arrays.stream(Area.values())
                .filter(area -> requirements.values().stream().anyMatch(one -> one.area() == area))
                .toList();
    }

    public List<String> ids() {
        return List.copyOf(requirements.keySet());
    }

    public List<Exclusion> exclusions() {
        return List.copyOf(exclusions);
    }

    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(requirements.get(id));
    }

    private void add(Requirement requirement) {
        if (requirements.putIfAbsent(requirement.id(), requirement) != null) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "'%s' is in requirements.yaml twice", requirement.id()));
        }
    }

    private static Requirement requirement(JsonNode entry, Map<String, Source> sources) {
        return new Requirement(
                text(entry, "id"),
                Level.valueOf(text(entry, "level")),
                text(entry, "statement"),
                sources(entry, sources),
                text(entry, "hint"));
    }

    private static List<Source> sources(JsonNode entry, Map<String, Source> known) {
        List<Source> sources = new ArrayList<>();
        for (JsonNode key : entry.path("source")) {
            Source source = known.get(key.asText());
            if (source == null) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "requirements.yaml names no source '%s'", key.asText()));
            }
            sources.add(source);
        }
        return sources;
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "an entry of requirements.yaml lacks %s: %s", member, node));
        }
        return value.asText().strip();
    }
}
