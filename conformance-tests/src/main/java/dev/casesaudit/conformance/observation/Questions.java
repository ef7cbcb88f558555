package dev.casesaudit.conformance.observation;

import java.util.List;
import java.util.stream.Stream;

/** All questions in their order. */
public final class Questions {

    private Questions() {}

    public static List<Question> all() {
        return Stream.of(
                        PageQuestions.all(),
                        TokenQuestions.all(),
                        PrecedenceQuestions.all(),
                        ErrorQuestions.all(),
                        BodyQuestions.all(),
                        RouteQuestions.all(),
                        ResponseQuestions.all())
                .flatMap(List::stream)
                .toList();
    }
}
