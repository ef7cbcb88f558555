package dev.casesaudit.conformance.junit;

import dev.casesaudit.conformance.report.MaskedReport;
import dev.casesaudit.conformance.report.Masking;
import dev.casesaudit.conformance.report.ResultCard;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.PreflightStep;
import dev.casesaudit.conformance.run.PreflightStep.State;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.Runner.Planned;
import dev.casesaudit.conformance.run.Session;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Translates results for JUnit: an error for a result that counts against the target, an abort for one that counts
 * neither way.
 */
final class Judgement {

    private final Session session;
    private final Catalogue catalogue;
    private final Level failAt;

    Judgement(Session session, Catalogue catalogue, Level failAt) {
        this.session = session;
        this.catalogue = catalogue;
        this.failAt = failAt;
    }

    /** Fails unless the target can be judged. */
    void preflight() {
        if (!session.ready()) {
            throw new AssertionFailedError("the target cannot be judged: " + failedSteps());
        }
    }

    /** Tries a requirement. */
    void require(Planned planned) {
        if (!session.ready()) {
            throw new TestAbortedException("not tried, since the target cannot be judged: " + failedSteps());
        }
        Result result = session.tried(planned);
        if (result.missing(failAt)) {
            throw new IllegalStateException(
                    "not tried: " + shown(result).run().results().get(0).reason());
        }
        if (result.counts(failAt)) {
            throw new AssertionFailedError(card(result));
        }
        if (result.status() != ResultStatus.PASSED) {
            throw new TestAbortedException(card(result));
        }
    }

    private String card(Result result) {
        return ResultCard.render(shown(result), catalogue);
    }

    private MaskedReport shown(Result... results) {
        return Masking.mask(session.report(List.of(results), List.of(), failAt));
    }

    private String failedSteps() {
        return shown().run().preflight().stream()
                .filter(step -> step.state() == State.FAILED)
                .map(Judgement::described)
                .collect(Collectors.joining("; "));
    }

    private static String described(PreflightStep step) {
        return String.format(Locale.ROOT, "%s: %s", step.name(), step.detail());
    }
}
