package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.text.Words;

/** What a target answered to a question. */
public record Observation(String id, String question, String answer) {

    public Observation {
        answer = Words.shortened(answer);
    }
}
