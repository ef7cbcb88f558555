package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;

/** A question that the documents leave open. No answer is wrong. */
public interface Question {

    /** Returns the id in {@code profile.json}, in kebab-case. */
    String id();

    /** Returns the question in one sentence. */
    String text();

    /**
     * Returns the answer of a target in a few words, the same words for the same behaviour.
     *
     * @throws ProbeFailure if there was no answer
     */
    String ask(CheckContext context) throws ProbeFailure;
}
