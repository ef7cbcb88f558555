package dev.casesaudit.junit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An exam that a client has taken.
 *
 * @param kind which one
 * @param tasks how the client did
 */
public record Exam(String kind, List<Task> tasks) {

    /** The client under test. */
    @FunctionalInterface
    public interface Client {

        /**
         * Takes a task: reads the whole history of a case; in the exam {@code writes}, does what the name of the task, which
         * is that of its case, says. What this throws is part of the exam.
         */
        void take(URI endpoint, String domain, String caseId) throws Exception;
    }

    /**
     * One task, named like its case.
     *
     * @param expects what a sound client does
     * @param reasons why the client failed; empty if it passed
     * @param remarks what does not fail the task
     * @param thrown what the client threw
     */
    public record Task(
            String caseId,
            String expects,
            boolean passed,
            List<String> reasons,
            List<String> remarks,
            Optional<Throwable> thrown) {}

    static Exam take(ControlApi control, URI endpoint, String kind, Client client) {
        JsonObject exam = control.post("exams", Map.of("kind", kind));
        String path = "exams/" + ControlApi.segment(exam.requiredText("examId"));
        try {
            List<Optional<Throwable>> thrown = exam.list(
                    "tasks",
                    task -> thrown(client, endpoint, task.requiredText("domainId"), task.requiredText("caseId")));
            List<JsonObject> judged = control.get(path).list("tasks", task -> task);
            List<Task> tasks = new ArrayList<>();
            for (int i = 0; i < judged.size(); i++) {
                tasks.add(task(judged.get(i), thrown.get(i)));
            }
            return new Exam(kind, List.copyOf(tasks));
        } finally {
            control.delete(path);
        }
    }

    private static Optional<Throwable> thrown(Client client, URI endpoint, String domain, String caseId) {
        try {
            client.take(endpoint, domain, caseId);
            return Optional.empty();
        } catch (InterruptedException e) {
            // Whoever has interrupted the test wants it to end.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception | AssertionError e) {
            // Whatever the code under test throws: errors are a part of an exam, and its report names them.
            return Optional.of(e);
        }
    }

    private static Task task(JsonObject task, Optional<Throwable> thrown) {
        return new Task(
                task.requiredText("caseId"),
                task.requiredText("expects"),
                task.requiredText("verdict").equals("passed"),
                task.texts("reasons"),
                task.texts("remarks"),
                thrown);
    }

    /**
     * Asserts that the client has passed every task.
     *
     * @throws AssertionError with all reasons, if it has not
     */
    public Exam passes() {
        List<Task> failed = tasks.stream().filter(task -> !task.passed()).toList();
        if (failed.isEmpty() && !tasks.isEmpty()) {
            return this;
        }
        StringBuilder message = new StringBuilder(String.format(
                Locale.ROOT, "The client failed %d of %d tasks of the exam %s:", failed.size(), tasks.size(), kind));
        for (Task task : failed) {
            message.append(String.format(Locale.ROOT, "%n  %s: expected: %s", task.caseId(), task.expects()));
            task.reasons().forEach(reason -> message.append(String.format(Locale.ROOT, "%n    - %s", reason)));
            task.thrown().ifPresent(e -> message.append(String.format(Locale.ROOT, "%n    The client threw %s", e)));
        }
        AssertionError error = new AssertionError(message.toString());
        failed.forEach(task -> task.thrown().ifPresent(error::addSuppressed));
        throw error;
    }
}
