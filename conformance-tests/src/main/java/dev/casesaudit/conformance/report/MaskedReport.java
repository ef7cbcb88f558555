package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.run.RunReport;

/** A run's report that may be shown. Every renderer takes one, and only {@link Masking} makes one. */
public final class MaskedReport {

    private final RunReport run;

    MaskedReport(RunReport run) {
        this.run = run;
    }

    /** Returns the report, with nothing in it that must not be shown. */
    public RunReport run() {
        return run;
    }
}
