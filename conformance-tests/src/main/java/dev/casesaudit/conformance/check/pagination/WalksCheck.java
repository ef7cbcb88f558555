package dev.casesaudit.conformance.check.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at the walks of one case by several page sizes. */
abstract class WalksCheck implements Check {

    /** The fewest events with which a walk has a beginning, a middle and an end. */
    static final int FEWEST_EVENTS = 3;

    private final String id;

    WalksCheck(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(FEWEST_EVENTS, one -> trial.atRest(one, same -> judged(trial, same)));
    }

    private Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        List<Walk> walks = walks(trial, one);
        Optional<String> shared = comparesEvents() ? sharedId(walks) : Optional.empty();
        if (shared.isPresent()) {
            return Outcome.notTestable(
                    String.format(Locale.ROOT, "different events have the eventId '%s'", shared.get()));
        }
        List<Finding> findings = findings(trial, walks);
        return findings.isEmpty() ? unlessCutShort(walks) : Outcome.of(findings);
    }

    /** Whether events are told apart by their ids, so that nothing can be said where different events share one. */
    boolean comparesEvents() {
        return false;
    }

    private static Optional<String> sharedId(List<Walk> walks) {
        for (Walk walk : walks) {
            Map<String, JsonNode> events = new HashMap<>();
            for (JsonNode event : walk.events()) {
                String id = event.path("eventId").asText();
                JsonNode other = events.putIfAbsent(id, event);
                if (other != null && !other.equals(event)) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns what is wrong with the walks, as far as they came. */
    abstract List<Finding> findings(Trial trial, List<Walk> walks) throws ProbeFailure;

    /** Returns the walks to look at: by the smallest pages, by those one larger, and by those of the default size. */
    List<Walk> walks(Trial trial, CaseRef one) throws ProbeFailure {
        int smallest =
                (int) trial.contract().ofInput("maxResults", Keyword.RANGE).minimum();
        List<Walk> walks = new ArrayList<>();
        for (int size : List.of(smallest, smallest + 1, 0)) {
            walks.add(trial.walk(one, size));
        }
        return walks;
    }

    /** Says by which pages a walk went. */
    static String by(Walk walk) {
        return walk.pageSize() == 0
                ? "by pages of the default size"
                : String.format(Locale.ROOT, "by pages of %d", walk.pageSize());
    }

    // Nothing wrong was found, which means nothing where there was nothing to find it in.
    private static Outcome unlessCutShort(List<Walk> walks) {
        Optional<Walk> broken = walks.stream().filter(walk -> !walk.sound()).findFirst();
        if (broken.isPresent()) {
            return broken.get().notWalkable();
        }
        boolean enough = walks.stream().anyMatch(walk -> walk.events().size() >= FEWEST_EVENTS);
        return enough
                ? new Outcome.Passed()
                : Outcome.notTestable(String.format(
                        Locale.ROOT, "%s has fewer than %d events", walks.get(0).of(), FEWEST_EVENTS));
    }
}
