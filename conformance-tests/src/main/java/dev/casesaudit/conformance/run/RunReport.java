package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.target.TargetProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The data of a run, from which all reports are made.
 *
 * @param contractHash the hash of the contract
 * @param at the start of the run
 * @param failAt the weakest level whose findings fail the run
 * @param results in the order of the catalogue; empty if the preflight failed
 * @param requests the number of requests, including those of the preflight
 * @param credentials the credentials of the requests, which no report may show
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
        Duration took,
        List<String> credentials) {

    public RunReport {
        preflight = List.copyOf(preflight);
        results = List.copyOf(results);
        observations = List.copyOf(observations);
        credentials = List.copyOf(credentials);
    }

    public Verdict verdict() {
        if (any(ResultStatus.KIT_ERROR)) {
            return Verdict.KIT_FAILED;
        }
        if (preflight.stream().anyMatch(step -> step.state() == PreflightStep.State.FAILED) || results.isEmpty()) {
            return Verdict.NOT_JUDGED;
        }
        if (cutOff().isPresent() && results.stream().noneMatch(this::broken)) {
            return Verdict.NOT_JUDGED;
        }
        return results.stream().anyMatch(this::counts) ? Verdict.NOT_CONFORMANT : Verdict.CONFORMANT;
    }

    /** Returns the limit that ended the run before all checks that could have made it fail, if there was one. */
    public Optional<String> cutOff() {
        return results.stream()
                .filter(result -> result.missing(failAt))
                .map(Result::reason)
                .findFirst();
    }

    // A broken requirement stays broken, whatever was not tried.
    private boolean broken(Result result) {
        return result.status() == ResultStatus.FAILED && counts(result);
    }

    /** Whether a result makes the run fail. */
    public boolean counts(Result result) {
        return result.counts(failAt);
    }

    /** Returns the reason for the verdict in one sentence. */
    public String because() {
        return switch (verdict()) {
            case CONFORMANT -> Tally.of(results);
            case NOT_CONFORMANT ->
                cutOff().map(limit -> String.format(Locale.ROOT, "%s; %s", Tally.of(results), limit))
                        .orElse(Tally.of(results));
            case NOT_JUDGED ->
                preflight.stream()
                        .filter(step -> step.state() == PreflightStep.State.FAILED)
                        .map(step -> String.format(Locale.ROOT, "%s: %s", step.name(), step.detail()))
                        .findFirst()
                        .or(() -> cutOff().map(limit -> String.format(Locale.ROOT, "%s; %s", limit, Tally.of(results))))
                        .orElse("no requirement was tried");
            case KIT_FAILED -> "the kit itself failed; " + Tally.of(results);
            case USAGE -> throw new IllegalStateException("a run that began had a usable command line");
        };
    }

    public long count(ResultStatus status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    public List<Result> in(Area area) {
        return results.stream()
                .filter(result -> result.requirement().area() == area)
                .toList();
    }

    private boolean any(ResultStatus status) {
        return count(status) > 0;
    }
}
