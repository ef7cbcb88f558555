package dev.casesaudit.conformance.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.conformance.target.CaseRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The cases of the seeded world with their events, in the order of the mock. The kit shares no code with the mock, so
 * it has a copy of the data. The build of the mock compares both.
 */
public final class World {

    // Resources in a jar cannot be listed.
    private static final List<String> FILES = List.of("back-office.json", "contact-center.json");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> domains = new LinkedHashSet<>();
    private final List<CaseRef> cases = new ArrayList<>();
    private final Map<CaseRef, List<JsonNode>> histories = new LinkedHashMap<>();
    private final Map<CaseRef, Failure> failures = new LinkedHashMap<>();

    private World() {}

    /** Reads the world of this build. */
    public static World read() {
        World world = new World();
        for (String file : FILES) {
            world.add(document(file));
        }
        return world;
    }

    /** Returns the names of the files: a fixture file of the mock for each domain. */
    public static List<String> files() {
        return FILES;
    }

    public static InputStream open(String file) {
        InputStream in = World.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException(String.format(Locale.ROOT, "%s is not on the class path", file));
        }
        return in;
    }

    public Set<String> domains() {
        return Set.copyOf(domains);
    }

    public boolean hasDomain(String domainId) {
        return domains.contains(domainId);
    }

    /** Returns all cases by domain, including those that always fail. */
    public List<CaseRef> cases() {
        return List.copyOf(cases);
    }

    /** Returns the events of a case, newest first, unless the case is unknown or always fails. */
    public Optional<List<JsonNode>> history(String domainId, String caseId) {
        return Optional.ofNullable(histories.get(new CaseRef(domainId, caseId)));
    }

    /** Returns the error of a case that always fails. */
    public Optional<Failure> failure(String domainId, String caseId) {
        return Optional.ofNullable(failures.get(new CaseRef(domainId, caseId)));
    }

    private void add(JsonNode document) {
        String domain = document.path("domain").asText();
        domains.add(domain);
        document.path("cases").forEachEntry((id, content) -> {
            CaseRef one = new CaseRef(domain, id);
            cases.add(one);
            if (content.has("alwaysFails")) {
                failures.put(one, failure(content.path("alwaysFails")));
            } else {
                List<JsonNode> events = new ArrayList<>();
                content.path("auditEvents").forEach(events::add);
                histories.put(one, List.copyOf(events));
            }
        });
    }

    private static Failure failure(JsonNode content) {
        JsonNode retryAfter = content.path("retryAfterSeconds");
        return new Failure(
                content.path("error").asText(),
                content.path("message").asText(),
                retryAfter.isInt() ? OptionalInt.of(retryAfter.asInt()) : OptionalInt.empty());
    }

    private static JsonNode document(String file) {
        try (InputStream in = open(file)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", file), e);
        }
    }
}
