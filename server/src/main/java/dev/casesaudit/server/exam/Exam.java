package dev.casesaudit.server.exam;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One exam.
 *
 * @param domainId of its own
 */
public record Exam(String id, Kind kind, String domainId) {

    /** Judges what was sent so far. */
    public List<TaskVerdict> verdicts(List<Attempt> attempts) {
        Map<String, List<Attempt>> byCase = attempts.stream()
                .filter(attempt -> attempt.key().isPresent())
                .collect(Collectors.groupingBy(
                        attempt -> attempt.key().map(CaseKey::caseId).orElseThrow()));
        return kind.tasks().stream()
                .map(task -> verdict(task, byCase.getOrDefault(task.name(), List.of())))
                .toList();
    }

    private static TaskVerdict verdict(Task task, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return new TaskVerdict(task.name(), task.expects(), List.of("was not tried"), List.of());
        }
        Evidence evidence = Evidence.of(attempts);
        return new TaskVerdict(task.name(), task.expects(), task.judge().reasons(evidence), remarks(evidence));
    }

    // Worth knowing, and not always in the client's hands: boto3 does not look at Retry-After.
    private static List<String> remarks(Evidence evidence) {
        return evidence.calls().stream()
                .filter(call -> call.honouredRetryAfter().equals(Optional.of(false)))
                .map(Call::findings)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What came of a task.
     *
     * @param task its name, and that of its case
     * @param reasons why it failed; none, if it passed
     * @param remarks what is worth knowing and fails nothing
     */
    public record TaskVerdict(String task, String expects, List<String> reasons, List<String> remarks) {

        public boolean passed() {
            return reasons.isEmpty();
        }
    }
}
