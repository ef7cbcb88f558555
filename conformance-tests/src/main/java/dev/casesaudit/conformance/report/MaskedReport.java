package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.run.RunReport;
import java.util.List;

/** A report without secrets. All renderers require one, and only {@link Masking} creates one. */
public final class MaskedReport {

    private final RunReport run;
    private final List<Cause> causes;

    MaskedReport(RunReport run) {
        this.run = run;
        this.causes = Causes.of(run);
    }

    /** Returns the masked report. */
    public RunReport run() {
        return run;
    }

    /** Returns the causes, in the order of {@link Causes}. */
    List<Cause> causes() {
        return causes;
    }
}
