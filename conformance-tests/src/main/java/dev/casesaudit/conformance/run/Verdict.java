package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.text.Words;

/** The verdict of a run and its exit code. */
public enum Verdict {
    CONFORMANT(0),
    NOT_CONFORMANT(1),
    /** The command line, a profile or a file of known failures is wrong. */
    USAGE(2),
    /** The target could not be judged. */
    NOT_JUDGED(3),
    /** The kit itself failed. */
    KIT_FAILED(4);

    /** The exit code of a run that would have ended with 0, but could not write an output. */
    public static final int OUTPUT_FAILED = 5;

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    public String label() {
        return Words.label(this);
    }
}
