package dev.casesaudit.conformance.observation;

import java.util.List;

/** Questions about tokens. */
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
