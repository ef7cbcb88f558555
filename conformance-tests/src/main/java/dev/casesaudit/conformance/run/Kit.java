package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.recording.ObservedRecording;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.observation.Questions;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The kit with its checks: judges a target and returns a report. */
public final class Kit {

    private final Contract contract;
    private final Catalogue catalogue;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Probes probes;

    public Kit(Contract contract, Catalogue catalogue, List<Check> checks) {
        this(contract, catalogue, checks, Probes.REST_ASSURED);
    }

    private Kit(Contract contract, Catalogue catalogue, List<Check> checks, Probes probes) {
        this.probes = probes;
        this.contract = contract;
        this.catalogue = catalogue;
        for (Check check : checks) {
            if (this.checks.putIfAbsent(check.id(), check) != null) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "two checks try '%s'", check.id()));
            }
        }
    }

    /** Returns the kit with the contract and the requirements of this build. */
    public static Kit packaged() {
        return new Kit(Contract.read(), Catalogue.read(), Checks.all());
    }

    /** Returns the same kit with other probes. */
    public Kit through(Probes other) {
        return new Kit(contract, catalogue, List.copyOf(checks.values()), other);
    }

    /** Returns the version of this build. */
    public static String version() {
        String version = Kit.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Returns the checks of a selection, in the order of the catalogue. */
    public List<Runner.Planned> plan(Selection selection) {
        return catalogue.requirements().stream()
                .filter(selection::has)
                .map(requirement -> new Runner.Planned(requirement, check(requirement.id())))
                .toList();
    }

    /**
     * Judges a target.
     *
     * @param failAt the weakest level whose findings fail the run
     */
    public RunReport judge(
            TargetProfile target, Selection selection, Level failAt, KnownFailures known, Progress progress) {
        try (Session session = open(target, known, progress::warned)) {
            List<Result> results = session.ready() ? session.run(plan(selection), progress) : List.of();
            boolean whole = session.ready() && selection.whole();
            List<Observation> observations = whole ? session.observe(Questions.all()) : List.of();
            return session.report(results, observations, failAt);
        }
    }

    /**
     * Finds out what a target records of edits.
     *
     * @param target a target that the kit may write to
     * @throws ProbeFailure if the target does not respond, or a limit ends the run
     */
    public ObservedRecording learn(TargetProfile target, Progress progress) throws ProbeFailure {
        try (Session session = open(target, KnownFailures.NONE, progress::warned)) {
            return session.learn();
        }
    }

    /** Returns which check tries which boundary of the contract. */
    public Coverage coverage() {
        return Coverage.of(
                contract,
                plan(Selection.ALL).stream().map(Runner.Planned::check).toList());
    }

    public Check check(String id) {
        Check check = checks.get(id);
        if (check == null) {
            throw new IllegalStateException(String.format(Locale.ROOT, "no check tries '%s'", id));
        }
        return check;
    }

    /**
     * Starts a run whose steps the caller takes. Its end throws an exception if a case that the kit created is still
     * there.
     */
    public Session open(TargetProfile target, KnownFailures known) {
        return open(target, known, warning -> {
            throw new IllegalStateException(warning);
        });
    }

    private Session open(TargetProfile target, KnownFailures known, Consumer<String> warnings) {
        return new Session(target, contract, probes, signer(target), known, warnings);
    }

    public Contract contract() {
        return contract;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the signer of a target, with the credentials that an AWS SDK would use. */
    public static Signer signer(TargetProfile target) {
        return switch (target.signing()) {
            case NONE -> Signer.NONE;
            case SIGV4 -> SigV4Signer.withDefaultCredentials(target.endpoint(), target.region());
        };
    }
}
