package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.run.PreflightStep;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.text.Mismatch;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Masks the credentials and the values of sensitive members in a report. */
public final class Masking {

    private static final List<String> VARIABLES =
            List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    /** Shorter credentials are words such as {@code mock}, which reports need. */
    private static final int SHORTEST_KEY = 16;

    private final ExchangeMask mask;
    private final IdentityHashMap<Exchange, Exchange> masked = new IdentityHashMap<>();

    private Masking(ExchangeMask mask) {
        this.mask = mask;
    }

    /** Masks a report by the contract of this build. */
    public static MaskedReport mask(RunReport report) {
        return mask(report, Contract.read().sensitiveMembers());
    }

    static MaskedReport mask(RunReport report, Collection<String> sensitiveMembers) {
        List<String> own = new ArrayList<>(report.credentials());
        VARIABLES.stream()
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .filter(value -> value.length() >= SHORTEST_KEY)
                .forEach(own::add);
        List<Exchange> exchanges = report.results().stream()
                .flatMap(result -> result.findings().stream())
                .map(Finding::evidence)
                .distinct()
                .toList();
        return new MaskedReport(new Masking(new ExchangeMask(sensitiveMembers, own, exchanges)).masked(report));
    }

    private RunReport masked(RunReport report) {
        return new RunReport(
                report.kitVersion(),
                report.contractHash(),
                report.at(),
                masked(report.target()),
                report.failAt(),
                report.preflight().stream()
                        .map(step -> new PreflightStep(step.name(), step.state(), mask.sentence(step.detail())))
                        .toList(),
                report.results().stream().map(this::masked).toList(),
                report.observations().stream()
                        .map(one -> new Observation(one.id(), one.question(), mask.sentence(one.answer())))
                        .toList(),
                report.requests(),
                report.took(),
                List.of());
    }

    private TargetProfile masked(TargetProfile target) {
        URI endpoint = target.endpoint();
        return endpoint.getRawUserInfo() == null
                ? target
                : target.at(URI.create(endpoint.toString()
                        .replace("//" + endpoint.getRawUserInfo() + "@", "//" + SecretMask.MASK + "@")));
    }

    private Result masked(Result result) {
        return new Result(
                result.requirement(),
                masked(result.outcome()),
                mask.sentence(result.excuse()),
                result.took(),
                result.requests());
    }

    private Outcome masked(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return new Outcome.Failed(masked(failed.findings()), failed.more());
        }
        if (outcome instanceof Outcome.Drifted drifted) {
            return new Outcome.Drifted(masked(drifted.findings()), drifted.more());
        }
        if (outcome instanceof Outcome.Deviated deviated) {
            return new Outcome.Deviated(masked(deviated.findings()), deviated.more(), mask.sentence(deviated.seen()));
        }
        if (outcome instanceof Outcome.NotTestable one) {
            return new Outcome.NotTestable(mask.sentence(one.missing()), one.need());
        }
        if (outcome instanceof Outcome.NotApplicable one) {
            return new Outcome.NotApplicable(mask.sentence(one.reason()));
        }
        return outcome instanceof Outcome.KitError error
                ? new Outcome.KitError(mask.sentence(error.problem()))
                : outcome;
    }

    private List<Finding> masked(List<Finding> findings) {
        return findings.stream()
                .map(one -> new Finding(
                        new Mismatch(
                                mask.sentence(one.pointer()),
                                mask.sentence(one.expected()),
                                mask.sentence(one.actual())),
                        masked.computeIfAbsent(one.evidence(), mask::masked),
                        one.deviation()))
                .toList();
    }
}
