package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.behaviour.Observation;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.target.TargetProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A whole run: the one thing that every report is made from.
 *
 * @param kitVersion of this kit
 * @param contractHash of the contract it judged by
 * @param at when the run began
 * @param failAt the weakest level whose findings fail the run
 * @param preflight in the order in which its steps were taken
 * @param results in the order of the catalogue; empty where the preflight failed
 * @param observations what was recorded of what the documents leave open
 * @param requests how many were sent, the preflight's among them
 */
public record RunReport(
        String kitVersion,
        String contractHash,
        Instant at,
        TargetProfile target,
        Level failAt,
        List<PreflightStep> preflight,
        List<Result> results,
        List<Observation> observations,
        int requests,
        Duration took) {

    public RunReport {
        preflight = List.copyOf(preflight);
        results = List.copyOf(results);
        observations = List.copyOf(observations);
    }

    public Verdict verdict() {
        if (any(Standing.KIT_ERROR)) {
            return Verdict.KIT_FAILED;
        }
        if (preflight.stream().anyMatch(step -> step.state() == PreflightStep.State.FAILED) || results.isEmpty()) {
            return Verdict.NOT_JUDGED;
        }
        return results.stream().anyMatch(this::counts) ? Verdict.NOT_CONFORMANT : Verdict.CONFORMANT;
    }

    /** Whether a result makes the run fail. */
    public boolean counts(Result result) {
        return result.counts(failAt);
    }

    /** Says in one sentence why the verdict is what it is. */
    public String because() {
        return switch (verdict()) {
            case CONFORMANT ->
                String.format(Locale.ROOT, "all %d requirements that could be tried hold", count(Standing.PASSED));
            case NOT_CONFORMANT ->
                String.format(
                        Locale.ROOT,
                        "%d of %d requirements count against it",
                        results.stream().filter(this::counts).count(),
                        results.size());
            case NOT_JUDGED ->
                preflight.stream()
                        .filter(step -> step.state() == PreflightStep.State.FAILED)
                        .map(step -> "%s: %s".formatted(step.name(), step.detail()))
                        .findFirst()
                        .orElse("no requirement was tried");
            case KIT_FAILED ->
                String.format(Locale.ROOT, "the kit itself failed in %d checks", count(Standing.KIT_ERROR));
            case USAGE -> throw new IllegalStateException("a run that began had a usable command line");
        };
    }

    public long count(Standing standing) {
        return results.stream().filter(result -> result.standing() == standing).count();
    }

    public List<Result> in(Area area) {
        return results.stream()
                .filter(result -> result.requirement().area() == area)
                .toList();
    }

    private boolean any(Standing standing) {
        return count(standing) > 0;
    }
}
