package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.TemporaryCase;
import dev.casesaudit.conformance.check.recording.ObservedRecording;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.observation.Question;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.target.TargetProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A run in steps: the preflight, the requirements, and the questions. Its end deletes the case that it created. */
public final class Session implements AutoCloseable {

    /** Docker and many CI servers kill a process 10 seconds after they ask it to end. */
    private static final Duration TO_DELETE = Duration.ofSeconds(8);

    private static final int REQUESTS_TO_DELETE = 20;

    private final Instant at = Instant.now();
    private final long start = System.nanoTime();
    private final Probe probe;
    private final CheckContext context;
    private final Runner runner;
    private final Signer signer;
    private final Probes probes;
    private final Consumer<String> warnings;
    private final Thread atInterrupt = new Thread(this::interrupted, "deletion of the case");
    private List<PreflightStep> preflight = List.of();

    Session(
            TargetProfile target,
            Contract contract,
            Probes probes,
            Signer signer,
            KnownFailures known,
            Consumer<String> warnings) {
        this.probes = probes;
        this.signer = signer;
        this.warnings = warnings;
        this.probe = probes.to(target.endpoint(), signer, target.limits());
        this.context = new CheckContext(target, contract, probe, new TemporaryCase(this::guardTheCase));
        this.runner = new Runner(context, known);
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
        try {
            deleteTheCase();
        } finally {
            dismissTheGuard();
            probe.close();
        }
    }

    private void dismissTheGuard() {
        try {
            Runtime.getRuntime().removeShutdownHook(atInterrupt);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook runs.
            return;
        }
    }

    private void guardTheCase() {
        Runtime.getRuntime().addShutdownHook(atInterrupt);
    }

    private void interrupted() {
        probe.stop("the run was interrupted");
        deleteTheCase();
    }

    // With a probe of its own, since the run may have used up its limits.
    private void deleteTheCase() {
        if (!context.temporaryCase().mayExist()) {
            return;
        }
        TargetProfile target = context.profile();
        Limits own = target.limits();
        Duration one = own.requestTimeout().compareTo(TO_DELETE) < 0 ? own.requestTimeout() : TO_DELETE;
        Limits limits = new Limits(own.rate(), REQUESTS_TO_DELETE, one, TO_DELETE, own.response());
        try (Probe fresh = probes.to(target.endpoint(), signer, limits)) {
            context.temporaryCase().delete(fresh).ifPresent(warnings);
        }
    }

    List<Result> run(List<Runner.Planned> plan, Progress progress) {
        return runner.run(plan, progress);
    }

    ObservedRecording learn() throws ProbeFailure {
        return ObservedRecording.of(context, context.profile().writes().orElseThrow());
    }

    List<Observation> observe(List<Question> questions) {
        return runner.observe(questions);
    }
}
