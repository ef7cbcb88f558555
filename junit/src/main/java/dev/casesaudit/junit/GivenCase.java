package dev.casesaudit.junit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case in the domain of a test. What sets its history replaces the one before; its behaviour stays. */
public final class GivenCase {

    private static final int SEED = 7;
    private static final String BEHAVIOUR = "behaviour";

    private final ControlApi control;
    private final String caseId;
    private final String path;
    private final BehaviourSetting behaviour;

    GivenCase(ControlApi control, String domainPath, String caseId) {
        this.control = control;
        this.caseId = caseId;
        path = domainPath + "/cases/" + ControlApi.segment(caseId);
        behaviour = new BehaviourSetting(control, path);
    }

    /** Gives the case a generated history of so many events, from 1 to 1,000,000, the same each time. */
    public GivenCase events(int count) {
        return events(count, SEED);
    }

    /** Gives the case a generated history, another one for each seed. */
    public GivenCase events(int count, int seed) {
        return describe(Map.of("generate", Map.of("events", count, "seed", seed)));
    }

    /** Gives the case these events, each as JSON in the form of the operation. */
    public GivenCase events(String... json) {
        return describe(Map.of("auditEvents", read(json)));
    }

    /** Gives the case these events, each as a map in the form of the operation. */
    public GivenCase events(List<? extends Map<String, ?>> events) {
        return describe(Map.of("auditEvents", events));
    }

    /** Adds events, oldest first; they become the newest of the case. */
    public GivenCase append(String... json) {
        control.post(path + "/events", Map.of("auditEvents", read(json)));
        return this;
    }

    /** Gives the case the history of its id in a fixture file. */
    public GivenCase fixture(Path file) {
        return fixture(file.toString());
    }

    /** Gives the case the history of its id in a fixture file, or in a resource such as {@code classpath:my.yaml}. */
    public GivenCase fixture(String file) {
        return describe(FixtureFile.read(file).only(caseId));
    }

    /** Sets the fault script of the case. */
    public GivenCase faults(String script) {
        return faults(script, 0);
    }

    /** Sets the fault script of the case for so many SDK calls; 0 for all. */
    public GivenCase faults(String script, int calls) {
        behaviour.faults(script, calls);
        return this;
    }

    /** Sets the awkward pages of the case. */
    public GivenCase pages(String names) {
        behaviour.set("pages", names);
        return this;
    }

    /** Sets which members that no SDK knows yet the case has. */
    public GivenCase tomorrow(String names) {
        behaviour.set("tomorrow", names);
        return this;
    }

    /** Removes the case. */
    public void remove() {
        control.delete(path);
        behaviour.replace(Map.of());
    }

    GivenCase describe(@Nullable Object content) {
        Map<Object, @Nullable Object> described = new LinkedHashMap<>();
        if (content instanceof Map<?, ?> members) {
            described.putAll(members);
        }
        if (described.get(BEHAVIOUR) instanceof Map<?, ?> own) {
            behaviour.replace(own);
        }
        described.put(BEHAVIOUR, behaviour.members());
        control.put(path, described);
        return this;
    }

    private static List<?> read(String... json) {
        return Stream.of(json).map(Yaml::readJson).toList();
    }
}
