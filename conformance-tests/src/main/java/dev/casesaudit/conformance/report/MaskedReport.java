package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.run.RunReport;
import java.util.List;

/** A run's report that may be shown. Every renderer takes one, and only {@link Masking} makes one. */
public final class MaskedReport {

    private final RunReport run;
    private final List<Cause> causes;

    MaskedReport(RunReport run) {
        this.run = run;
        this.causes = Causes.of(run);
    }

    /** Returns the report, with nothing in it that must not be shown. */
    public RunReport run() {
        return run;
    }

    /** Returns what the requirements that did not pass have in common, as {@link Causes} orders it. */
    List<Cause> causes() {
        return causes;
    }
}
