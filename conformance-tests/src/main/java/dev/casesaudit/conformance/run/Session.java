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

/** A run in steps: the preflight, the requirements, and the questions. */
public final class Session implements AutoCloseable {

    private final Instant at = Instant.now();
    private final long start = System.nanoTime();
    private final Probe probe;
    private final CheckContext context;
    private final Runner runner;
    private final Signer signer;
    private List<PreflightStep> preflight = List.of();

    Session(CheckContext context, Probe probe, Signer signer, KnownFailures known) {
        this.probe = probe;
        this.context = context;
        this.runner = new Runner(context, known);
        this.signer = signer;
    }

    /** Returns the preflight, which runs once. */
    public List<PreflightStep> preflight() {
        if (preflight.isEmpty()) {
            preflight = List.copyOf(new Preflight(context, signer).run());
        }
        return preflight;
    }

    /** Whether the target can be judged. */
    public boolean ready() {
        return preflight().stream().noneMatch(step -> step.state() == PreflightStep.State.FAILED);
    }

    public Result tried(Runner.Planned planned) {
        return runner.tried(planned);
    }

    /**
     * Returns a report of the run so far.
     *
     * @param results the results of the report
     * @param failAt the weakest level whose findings fail the run
     */
    public RunReport report(List<Result> results, List<Observation> observations, Level failAt) {
        return new RunReport(
                Kit.version(),
                context.contract().hash(),
                at,
                context.profile(),
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
