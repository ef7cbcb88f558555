package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Requirement;
import java.time.Duration;
import java.util.List;

/**
 * A requirement and the outcome of its check.
 *
 * @param excuse the reason of a known failure, or an empty string
 * @param requests the number of requests of the check
 */
public record Result(Requirement requirement, Outcome outcome, String excuse, Duration took, int requests) {

    public ResultStatus status() {
        boolean excused = !excuse.isEmpty();
        if (outcome instanceof Outcome.KitError) {
            return ResultStatus.KIT_ERROR;
        }
        if (outcome instanceof Outcome.NotTried) {
            return ResultStatus.NOT_TRIED;
        }
        if (outcome instanceof Outcome.Failed) {
            return excused ? ResultStatus.EXCUSED : ResultStatus.FAILED;
        }
        if (outcome instanceof Outcome.Deviated) {
            return excused ? ResultStatus.EXCUSED : ResultStatus.DEVIATED;
        }
        if (outcome instanceof Outcome.NotTestable) {
            return excused ? ResultStatus.EXCUSED : ResultStatus.NOT_TESTABLE;
        }
        if (excused) {
            return ResultStatus.STALE;
        }
        if (outcome instanceof Outcome.Drifted) {
            return ResultStatus.DRIFTED;
        }
        return outcome instanceof Outcome.NotApplicable ? ResultStatus.NOT_APPLICABLE : ResultStatus.PASSED;
    }

    /**
     * Whether the result makes a run fail.
     *
     * @param failAt the weakest level whose findings fail the run
     */
    public boolean counts(Level failAt) {
        return switch (status()) {
            case FAILED, NOT_TESTABLE -> matters(failAt);
            case STALE, KIT_ERROR -> true;
            case PASSED, EXCUSED, DRIFTED, DEVIATED, NOT_APPLICABLE, NOT_TRIED -> false;
        };
    }

    /** Whether the check was not tried, and could have made the run fail. */
    public boolean missing(Level failAt) {
        return status() == ResultStatus.NOT_TRIED && matters(failAt);
    }

    private boolean matters(Level failAt) {
        return requirement.level() == Level.MUST || failAt == Level.SHOULD;
    }

    /** Returns the findings, including those that do not count. */
    public List<Finding> findings() {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.findings();
        }
        if (outcome instanceof Outcome.Deviated deviated) {
            return deviated.findings();
        }
        return outcome instanceof Outcome.Drifted drifted ? drifted.findings() : List.of();
    }

    /** Returns the number of findings besides {@link #findings}. */
    public int moreFindings() {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.more();
        }
        if (outcome instanceof Outcome.Deviated deviated) {
            return deviated.more();
        }
        return outcome instanceof Outcome.Drifted drifted ? drifted.more() : 0;
    }

    /** Returns why the check neither passed nor failed, or an empty string. */
    public String reason() {
        if (outcome instanceof Outcome.NotTestable notTestable) {
            return notTestable.missing();
        }
        if (outcome instanceof Outcome.NotApplicable notApplicable) {
            return notApplicable.reason();
        }
        if (outcome instanceof Outcome.NotTried notTried) {
            return notTried.limit();
        }
        if (outcome instanceof Outcome.Deviated deviated) {
            return deviated.seen();
        }
        return outcome instanceof Outcome.KitError error ? error.problem() : "";
    }
}
