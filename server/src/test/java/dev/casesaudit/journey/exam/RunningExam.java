package dev.casesaudit.journey.exam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.behaviour.InParallel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An exam that was started, and the way to its verdict. */
record RunningExam(ControlClient control, String id, String domainId, Map<String, String> domains) {

    /** Does what a task expects, and comes back whatever happens. */
    @FunctionalInterface
    interface Candidate {
        void take(String domainId, String task);
    }

    static RunningExam start(ControlClient control, String kind) {
        JsonNode exam = control.post("exams", "{\"kind\": \"%s\"}".formatted(kind));
        Map<String, String> domains = new LinkedHashMap<>();
        exam.path("tasks")
                .forEach(task -> domains.put(
                        task.path("caseId").asText(), task.path("domainId").asText()));
        return new RunningExam(
                control, exam.path("examId").asText(), exam.path("domainId").asText(), domains);
    }

    List<String> tasks() {
        return List.copyOf(domains.keySet());
    }

    /** Has a candidate take each task, all at the same time. */
    RunningExam takenBy(Candidate candidate) {
        InParallel.each(tasks(), task -> candidate.take(Objects.requireNonNull(domains.get(task)), task));
        Set.copyOf(domains.values()).forEach(control::awaitEnds);
        return this;
    }

    String verdict() {
        return report().path("verdict").asText();
    }

    /** Returns the reasons of failed tasks. */
    Map<String, List<String>> failures() {
        Map<String, List<String>> failures = new LinkedHashMap<>();
        for (JsonNode task : report().path("tasks")) {
            List<String> reasons = new ArrayList<>();
            task.path("reasons").forEach(reason -> reasons.add(reason.asText()));
            if (!task.path("verdict").asText().equals("passed") || !reasons.isEmpty()) {
                failures.put(task.path("caseId").asText(), reasons);
            }
        }
        return failures;
    }

    String junit() {
        return control.text("exams/%s/junit".formatted(id));
    }

    JsonNode report() {
        return control.get("exams/" + id);
    }

    void end() {
        control.delete("exams/" + id);
    }
}
