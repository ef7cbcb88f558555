package dev.casesaudit.conformance.observation;

import java.util.List;

/** What a token is, and what it is good for. */
final class TokenQuestions {

    private TokenQuestions() {}

    static List<Question> all() {
        return List.of(
                new TokenAfterOtherPageSize(),
                new TokenWithoutPageSize(),
                new TokenUsedTwice(),
                new TokenOfSamePlace(),
                new TokenLength(),
                new EmptyToken());
    }
}
