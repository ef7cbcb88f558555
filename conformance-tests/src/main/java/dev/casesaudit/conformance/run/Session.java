package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.observation.Question;
import dev.casesaudit.conformance.requirement.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run against one target, a step at a time: the preflight, then each requirement, then what is only recorded. */
public final class Session implements AutoCloseable {

    private final Instant at = Instant.now();
    private final long start = System.nanoTime();
    private final Probe probe;
    private final CheckContext trial;
    private final Runner runner;
    private final Signer signer;
    private List<PreflightStep> preflight = List.of();

    Session(CheckContext trial, Probe probe, Signer signer, KnownFailures known) {
        this.probe = probe;
        this.trial = trial;
        this.runner = new Runner(trial, known);
        this.signer = signer;
    }

    /** Returns what was found out before judging. Finds it out the first time. */
    public List<PreflightStep> preflight() {
        if (preflight.isEmpty()) {
            preflight = List.copyOf(new Preflight(trial, signer).run());
        }
        return preflight;
    }

    /** Whether the target can be judged. */
    public boolean ready() {
        return preflight().stream().noneMatch(step -> step.state() == PreflightStep.State.FAILED);
    }

    /** Tries one requirement. */
    public Result tried(Runner.Planned planned) {
        return runner.tried(planned);
    }

    /**
     * Returns a report of the run so far.
     *
     * @param results those that it is to have
     * @param failAt the weakest level whose findings fail the run
     */
    public RunReport report(List<Result> results, List<Observation> observations, Level failAt) {
        return new RunReport(
                Kit.version(),
                trial.contract().hash(),
                at,
                trial.profile(),
                failAt,
                preflight(),
                results,
                observations,
                probe.count(),
                Duration.ofNanos(System.nanoTime() - start),
                probe.credentials());
    }

    @Override
    public void close() {
        probe.close();
    }

    List<Result> run(List<Runner.Planned> plan, Progress progress) {
        return runner.run(plan, progress);
    }

    List<Observation> observe(List<Question> questions) {
        return runner.observe(questions);
    }
}
