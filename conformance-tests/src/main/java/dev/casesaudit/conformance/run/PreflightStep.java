package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.text.Words;

/**
 * A condition for judging a target.
 *
 * @param name such as {@code reachability} or {@code clock}
 * @param detail the evidence, or the problem and the remedy
 */
public record PreflightStep(String name, State state, String detail) {

    public PreflightStep {
        detail = Words.shortened(detail);
    }

    public enum State {
        PASSED,
        FAILED,
        /** It does not apply to this target, or an earlier step failed. */
        SKIPPED;

        public String label() {
            return Words.label(this);
        }
    }
}
