package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;

/** Something the documents leave open, asked of a target to know how it behaves. No answer is wrong. */
public interface Question {

    /** Returns its kebab-case name, as {@code profile.json} has it. */
    String id();

    /** Returns the question itself, in one sentence. */
    String text();

    /**
     * Asks, and returns the answer in a few words that are the same whenever the target behaves the same.
     *
     * @throws ProbeFailure if there was no answer
     */
    String ask(CheckContext context) throws ProbeFailure;
}
