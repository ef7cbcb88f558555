package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * The report for build servers. All requirements of the catalogue are test cases, including those that were not tried,
 * so that none is missed. The steps of the preflight are test cases, so that a run that never started is not green.
 */
final class JunitXmlReport {

    private final MaskedReport report;
    private final RunReport run;
    private final Catalogue catalogue;
    private final VerdictText verdictText;

    private JunitXmlReport(MaskedReport report, Catalogue catalogue) {
        this.report = report;
        this.run = report.run();
        this.catalogue = catalogue;
        this.verdictText = new VerdictText(report, catalogue);
    }

    static String render(MaskedReport report, Catalogue catalogue) {
        StringWriter text = new StringWriter();
        try {
            new JunitXmlReport(report, catalogue).write(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory can always be written", e);
        }
        return text.toString();
    }

    private void write(StringWriter text) throws XMLStreamException {
        List<JunitSuite> suites = new ArrayList<>();
        suites.add(preflight());
        for (Area area : catalogue.areas()) {
            suites.add(suite(area));
        }
        JunitSuite.write(suites, run.at(), text);
    }

    private JunitSuite preflight() {
        List<JunitCase> cases = run.preflight().stream()
                .map(step -> switch (step.state()) {
                    case PASSED -> JunitCase.passed(step.name(), 0);
                    case FAILED -> JunitCase.failure(step.name(), 0, "preflight", step.detail(), step.detail());
                    case SKIPPED -> JunitCase.skipped(step.name(), 0, step.detail());
                })
                .toList();
        return new JunitSuite("conformance.preflight", cases);
    }

    private JunitSuite suite(Area area) {
        List<JunitCase> cases = new ArrayList<>();
        run.in(area).forEach(result -> cases.add(tried(result)));
        String why = run.results().isEmpty() ? "not tried: the target could not be judged" : "not selected";
        for (Requirement requirement : catalogue.requirements()) {
            boolean tried = run.results().stream()
                    .anyMatch(result -> result.requirement().id().equals(requirement.id()));
            if (requirement.area() == area && !tried) {
                cases.add(JunitCase.skipped(requirement.id(), 0, why));
            }
        }
        return new JunitSuite("conformance." + area.label(), cases);
    }

    private JunitCase tried(Result result) {
        String id = result.requirement().id();
        long millis = result.took().toMillis();
        return switch (result.status()) {
            case PASSED -> JunitCase.passed(id, millis);
            case FAILED ->
                run.counts(result)
                        ? JunitCase.failure(id, millis, "failed", first(result), card(result))
                        : JunitCase.passed(id, millis)
                                .saying(String.format(
                                        Locale.ROOT,
                                        "does not hold, and does not count at its level, %s\n%s",
                                        result.requirement().level(),
                                        card(result)));
            case NOT_TESTABLE ->
                run.counts(result)
                        ? JunitCase.failure(id, millis, "not-testable", result.reason(), card(result))
                        : JunitCase.skipped(id, millis, "not testable: " + result.reason());
            case STALE ->
                JunitCase.failure(id, millis, "stale", "excused, but passes: remove the excuse", card(result));
            case KIT_ERROR -> JunitCase.error(id, millis, "kit-error", result.reason(), card(result));
            case NOT_APPLICABLE -> JunitCase.skipped(id, millis, "not applicable: " + result.reason());
            case EXCUSED ->
                JunitCase.skipped(id, millis, "excused: " + result.excuse()).saying(card(result));
            case NOT_TRIED -> JunitCase.error(id, millis, "not-tried", "not tried: " + result.reason(), "");
            case DEVIATED -> JunitCase.skipped(id, millis, result.reason()).saying(card(result));
            case DRIFTED ->
                JunitCase.skipped(id, millis, "drifted: " + first(result)).saying(card(result));
        };
    }

    private static String first(Result result) {
        return result.findings().stream().findFirst().map(Finding::toString).orElse("");
    }

    private String card(Result result) {
        return String.join("\n", Card.of(report, verdictText, result, Style.PLAIN));
    }
}
