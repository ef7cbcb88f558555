package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One exam: its tasks, and what a client has sent for them. */
public final class Exam {

    /** The requests that a task accepts. A client that sends more is in an endless loop. */
    static final int MOST_REQUESTS = 500;

    private final String id;
    private final Kind kind;
    private final Map<String, List<Attempt>> attempts = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    Exam(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
        kind.tasks().forEach(task -> attempts.put(task.name(), new ArrayList<>()));
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String domainId() {
        return "exam-" + id;
    }

    /** Returns the domain of a task. */
    String domainOf(String task) {
        return kind.isApart() ? domainId() + "-" + task : domainId();
    }

    /** Returns its domains. */
    Set<String> domains() {
        return attempts.keySet().stream().map(this::domainOf).collect(Collectors.toSet());
    }

    // The task whose case, or whose domain, a request names.
    private Optional<String> taskOf(CaseKey key) {
        return kind.isApart()
                ? attempts.keySet().stream()
                        .filter(task -> domainOf(task).equals(key.domainId()))
                        .findFirst()
                : Optional.of(key.caseId());
    }

    /** Records an attempt, and returns whether it is the first that its task does not accept any more. */
    synchronized boolean note(Attempt attempt) {
        Optional<String> task = attempt.key().flatMap(this::taskOf);
        List<Attempt> noted = task.map(attempts::get).orElse(null);
        if (noted == null) {
            return false;
        }
        if (noted.size() < MOST_REQUESTS) {
            noted.add(attempt);
            return false;
        }
        return ended.add(task.orElseThrow());
    }

    /**
     * Returns the verdict of each task on the requests so far.
     *
     * @param world as it is now
     */
    synchronized List<TaskVerdict> verdicts(World world) {
        return kind.tasks().stream().map(task -> verdict(task, world)).toList();
    }

    private TaskVerdict verdict(Task task, World world) {
        String domainId = domainOf(task.name());
        List<Attempt> noted = List.copyOf(attempts.getOrDefault(task.name(), List.of()));
        if (noted.isEmpty()) {
            return new TaskVerdict(domainId, task.name(), task.expects(), List.of("got no request"), List.of());
        }
        Evidence evidence = Evidence.of(noted, kind.isApart() ? histories(world, domainId) : List.of());
        return new TaskVerdict(
                domainId, task.name(), task.expects(), task.judge().reasons(evidence), remarks(evidence));
    }

    private static List<SeededCase.WithHistory> histories(World world, String domainId) {
        return world.cases(domainId).stream()
                .flatMap(cases -> cases.values().stream())
                .filter(SeededCase.WithHistory.class::isInstance)
                .map(SeededCase.WithHistory.class::cast)
                .toList();
    }

    // A remark, not a failure: no AWS SDK reads every form of Retry-After.
    private static List<String> remarks(Evidence evidence) {
        return evidence.calls().stream()
                .filter(call -> call.honouredRetryAfter().equals(Optional.of(false)))
                .map(Call::findings)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The verdict of a task.
     *
     * @param domainId where the client is to work
     * @param task its name, and that of its case
     * @param reasons why it failed; none, if it passed
     * @param remarks observations that do not fail the task
     */
    public record TaskVerdict(
            String domainId, String task, String expects, List<String> reasons, List<String> remarks) {

        public boolean passed() {
            return reasons.isEmpty();
        }
    }
}
