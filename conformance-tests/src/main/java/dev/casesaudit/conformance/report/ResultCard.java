package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Result;

/** What came of one requirement, for whoever sees nothing of the others. */
public final class ResultCard {

    private ResultCard() {}

    /** Returns the cards of a report's results, of which there may be one alone. */
    public static String render(MaskedReport report, Catalogue catalogue) {
        Meaning meaning = new Meaning(report, catalogue);
        StringBuilder text = new StringBuilder();
        for (Result result : report.run().results()) {
            Card.of(report, meaning, result, Style.PLAIN)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
