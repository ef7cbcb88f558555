package dev.casesaudit.conformance.observation;

import java.util.List;

/** Questions about pages. */
final class PageQuestions {

    private PageQuestions() {}

    static List<Question> all() {
        return List.of(
                new EventOrder(), new EqualTimesOrder(), new PageFullness(), new FullLastPageToken(), new TimeForm());
    }
}
