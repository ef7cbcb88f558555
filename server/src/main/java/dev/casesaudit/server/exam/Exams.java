package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The running exams. */
public final class Exams {

    public static final int MOST = 100;

    private static final Behaviour THE_END = new Behaviour(
            Optional.of(FaultScript.parse(
                    String.format(
                            Locale.ROOT,
                            "AccessDenied(message=\"This task has had %d requests, and takes no more\")*forever",
                            Exam.MOST_REQUESTS),
                    Duration.ofSeconds(1))),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());

    private final WorldStore store;
    private final Journal journal;
    private final Map<String, Exam> exams = new LinkedHashMap<>();

    public Exams(WorldStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * Starts an exam in domains of its own.
     *
     * @return empty, if {@value #MOST} exams are running
     * @throws WorldLimits.Exceeded if the world would exceed its limits
     */
    public synchronized Optional<Exam> start(Kind kind) {
        if (exams.size() == MOST) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        Exam exam = new Exam(id, kind);
        Map<String, Map<String, SeededCase>> cases = new HashMap<>();
        Map<Scope, Behaviour> configured = new HashMap<>();
        kind.tasks().forEach(task -> {
            String domainId = exam.domainOf(task.name());
            Map<String, SeededCase> ofDomain = cases.computeIfAbsent(domainId, first -> new HashMap<>());
            task.seeded().ifPresent(seeded -> ofDomain.put(task.name(), seeded));
            configured.put(scope(exam, new CaseKey(domainId, task.name())), task.behaviour());
        });
        store.change(CaseSelection.NONE, now -> now.withExam(cases, configured));
        exam.domains().forEach(domainId -> journal.watch(domainId, attempt -> note(exam, attempt)));
        exams.put(id, exam);
        return Optional.of(exam);
    }

    // Of a task that is apart: whatever is asked of its domain.
    private static Scope scope(Exam exam, CaseKey key) {
        return exam.kind().isApart() ? Scope.of(key.domainId()) : Scope.of(key);
    }

    /** Returns the verdict of each task of an exam on the requests so far. */
    public List<Exam.TaskVerdict> verdicts(Exam exam) {
        return exam.verdicts(store.now(CaseSelection.ALL).world());
    }

    public synchronized Optional<Exam> find(String id) {
        return Optional.ofNullable(exams.get(id));
    }

    /** Returns the exams in the order in which they were started. */
    public synchronized List<Exam> all() {
        return new ArrayList<>(exams.values());
    }

    // Stops a client that does not stop by itself, so that whoever runs it gets a verdict.
    private void note(Exam exam, Attempt attempt) {
        if (exam.note(attempt)) {
            attempt.key()
                    .ifPresent(key -> store.restore(
                            CaseSelection.NONE,
                            now -> now.examDomains().contains(key.domainId())
                                    ? now.withBehaviour(scope(exam, key), Optional.of(THE_END))
                                    : now));
        }
    }

    /** Ends an exam, and removes its domain. */
    public synchronized void end(Exam exam) {
        exams.remove(exam.id());
        exam.domains().forEach(journal::unwatch);
        store.change(CaseSelection.ALL, now -> {
            Snapshot next = now;
            for (String domainId : exam.domains()) {
                next = next.withoutDomain(domainId);
            }
            return next;
        });
    }

    /** Ends all exams, and starts their numbers again. */
    public synchronized void endAll() {
        exams.values().forEach(exam -> exam.domains().forEach(journal::unwatch));
        exams.clear();
        store.restore(CaseSelection.ALL, Snapshot::reset);
    }
}
