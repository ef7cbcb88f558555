package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Result;

/** The result of one requirement, as text on its own. */
public final class ResultCard {

    private ResultCard() {}

    /** Returns the cards of all results. */
    public static String render(MaskedReport report, Catalogue catalogue) {
        VerdictText verdictText = new VerdictText(report, catalogue);
        StringBuilder text = new StringBuilder();
        for (Result result : report.run().results()) {
            Card.of(report, verdictText, result, Style.PLAIN)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
