package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.AuditHistories;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.Behaviours;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.fault.FaultScript;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Journal;
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

/** The exams there are. */
public final class Exams {

    /** How many there may be at a time. */
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

    private final AuditHistories histories;
    private final Behaviours behaviours;
    private final Journal journal;
    private final WorldLimits limits;
    private final Map<String, Exam> exams = new LinkedHashMap<>();

    public Exams(AuditHistories histories, Behaviours behaviours, Journal journal, WorldLimits limits) {
        this.histories = histories;
        this.behaviours = behaviours;
        this.journal = journal;
        this.limits = limits;
    }

    /**
     * Starts one, in a domain of its own.
     *
     * @return nothing, if there are {@value #MOST} already
     * @throws WorldLimits.Exceeded if the world would grow beyond its limits
     */
    public synchronized Optional<Exam> start(Kind kind) {
        if (exams.size() == MOST) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        Exam exam = new Exam(id, kind);
        Map<String, SeededCase> cases = new HashMap<>();
        kind.tasks().forEach(task -> task.seeded().ifPresent(seeded -> cases.put(task.name(), seeded)));
        histories.put(exam.domainId(), cases, limits);
        kind.tasks()
                .forEach(
                        task -> behaviours.tell(Scope.of(new CaseKey(exam.domainId(), task.name())), task.behaviour()));
        journal.watch(exam.domainId(), attempt -> note(exam, attempt));
        exams.put(id, exam);
        return Optional.of(exam);
    }

    public synchronized Optional<Exam> find(String id) {
        return Optional.ofNullable(exams.get(id));
    }

    /** Whether a domain is that of an exam. */
    public synchronized boolean owns(String domainId) {
        return exams.values().stream().anyMatch(exam -> exam.domainId().equals(domainId));
    }

    /** In the order in which they were started. */
    public synchronized List<Exam> all() {
        return new ArrayList<>(exams.values());
    }

    // A client that cannot stop is stopped, so that whoever runs it gets a verdict.
    private void note(Exam exam, Attempt attempt) {
        if (exam.note(attempt)) {
            attempt.key().ifPresent(key -> behaviours.tell(Scope.of(key), THE_END));
        }
    }

    /** Ends one, and takes its domain away. */
    public synchronized void end(Exam exam) {
        exams.remove(exam.id());
        journal.unwatch(exam.domainId());
        behaviours.forgetDomain(exam.domainId());
        histories.remove(exam.domainId());
    }

    /** Ends all of them. */
    public synchronized void endAll() {
        all().forEach(this::end);
    }
}
