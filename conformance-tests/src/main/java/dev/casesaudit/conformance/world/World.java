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
 * The cases of the seeded world and all that they hold, in the order in which the mock serves it. The kit shares no code with the
 * mock, so it carries what the mock makes of its seeds; the mock's build compares the two.
 */
public final class World {

    // Resources cannot be listed where they are in a jar.
    private static final List<String> FILES = List.of("back-office.json", "contact-center.json");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> domains = new LinkedHashSet<>();
    private final List<CaseRef> cases = new ArrayList<>();
    private final Map<CaseRef, List<JsonNode>> histories = new LinkedHashMap<>();
    private final Map<CaseRef, Failure> failures = new LinkedHashMap<>();

    private World() {}

    /** Reads the world this kit was built with. */
    public static World read() {
        World world = new World();
        for (String file : FILES) {
            world.add(document(file));
        }
        return world;
    }

    /** Returns the names of the files that the world stands in, one for each domain, each a fixture file of the mock. */
    public static List<String> files() {
        return FILES;
    }

    /** Opens one of the files. */
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

    /** Returns every case, those that fail among them, domain by domain. */
    public List<CaseRef> cases() {
        return List.copyOf(cases);
    }

    /** Returns the events of a case, newest first; empty where there is no such case, or it fails. */
    public Optional<List<JsonNode>> history(String domainId, String caseId) {
        return Optional.ofNullable(histories.get(new CaseRef(domainId, caseId)));
    }

    /** Returns the error that a case answers each time; empty where there is no such case, or it has a history. */
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
