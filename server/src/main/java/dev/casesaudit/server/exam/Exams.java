package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
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
     * Starts an exam in a domain of its own.
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
        Map<String, SeededCase> cases = new HashMap<>();
        Map<Scope, Behaviour> configured = new HashMap<>();
        kind.tasks().forEach(task -> {
            task.seeded().ifPresent(seeded -> cases.put(task.name(), seeded));
            configured.put(Scope.of(new CaseKey(exam.domainId(), task.name())), task.behaviour());
        });
        store.change(now -> now.withExam(exam.domainId(), cases, configured));
        journal.watch(exam.domainId(), attempt -> note(exam, attempt));
        exams.put(id, exam);
        return Optional.of(exam);
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
                    .ifPresent(key -> store.restore(now -> now.examDomains().contains(exam.domainId())
                            ? now.withBehaviour(Scope.of(key), Optional.of(THE_END))
                            : now));
        }
    }

    /** Ends an exam, and removes its domain. */
    public synchronized void end(Exam exam) {
        exams.remove(exam.id());
        journal.unwatch(exam.domainId());
        store.change(now -> now.withoutDomain(exam.domainId()));
    }

    /** Ends all exams, and starts their numbers again. */
    public synchronized void endAll() {
        exams.values().forEach(exam -> journal.unwatch(exam.domainId()));
        exams.clear();
        store.restore(Snapshot::reset);
    }
}
