package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.text.Words;

/**
 * One thing that has to be so before a target can be judged.
 *
 * @param name such as {@code reachability} or {@code clock}
 * @param detail what was seen, or what is wrong and what to do
 */
public record PreflightStep(String name, State state, String detail) {

    public PreflightStep {
        detail = Words.shortened(detail);
    }

    /** What became of a step. */
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
