package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Records an attempt, and returns whether it is the first that its task does not accept any more. */
    synchronized boolean note(Attempt attempt) {
        List<Attempt> noted =
                attempt.key().map(key -> attempts.get(key.caseId())).orElse(null);
        if (noted == null) {
            return false;
        }
        if (noted.size() < MOST_REQUESTS) {
            noted.add(attempt);
            return false;
        }
        return ended.add(attempt.key().map(CaseKey::caseId).orElseThrow());
    }

    /** Returns the verdict of each task on the requests so far. */
    public synchronized List<TaskVerdict> verdicts() {
        return kind.tasks().stream()
                .map(task -> verdict(task, List.copyOf(attempts.getOrDefault(task.name(), List.of()))))
                .toList();
    }

    private static TaskVerdict verdict(Task task, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return new TaskVerdict(task.name(), task.expects(), List.of("got no request"), List.of());
        }
        Evidence evidence = Evidence.of(attempts);
        return new TaskVerdict(task.name(), task.expects(), task.judge().reasons(evidence), remarks(evidence));
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
     * @param task its name, and that of its case
     * @param reasons why it failed; none, if it passed
     * @param remarks observations that do not fail the task
     */
    public record TaskVerdict(String task, String expects, List<String> reasons, List<String> remarks) {

        public boolean passed() {
            return reasons.isEmpty();
        }
    }
}
