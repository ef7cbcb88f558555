package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.text.Words;

/** A question and the answer of a target. */
public record Observation(String id, String question, String answer) {

    public Observation {
        answer = Words.shortened(answer);
    }
}
