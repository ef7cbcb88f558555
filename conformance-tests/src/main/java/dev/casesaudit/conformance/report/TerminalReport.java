package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.PreflightStep;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report on the terminal: areas, findings, other results, and the verdict at the end. */
public final class TerminalReport {

    private static final int WIDTH = 100;

    private final MaskedReport report;
    private final RunReport run;
    private final VerdictText verdictText;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TerminalReport(MaskedReport report, Catalogue catalogue, Style style) {
        this.report = report;
        this.run = report.run();
        this.verdictText = new VerdictText(report, catalogue);
        this.style = style;
    }

    /** Returns the report with a final line end. */
    public static String render(MaskedReport report, Catalogue catalogue, Style style) {
        TerminalReport terminal = new TerminalReport(report, catalogue, style);
        terminal.write();
        return String.join("\n", terminal.lines) + "\n";
    }

    private void write() {
        head();
        preflight();
        areas();
        cards(ResultStatus.FAILED);
        cards(ResultStatus.KIT_ERROR);
        cards(ResultStatus.DRIFTED);
        cards(ResultStatus.DEVIATED);
        reasons(ResultStatus.NOT_TESTABLE, "Not testable: what was missing");
        reasons(ResultStatus.NOT_TRIED, "Not tried: the run ended earlier");
        reasons(ResultStatus.NOT_APPLICABLE, "Not applicable");
        reasons(ResultStatus.EXCUSED, "Excused by the known failures");
        reasons(ResultStatus.STALE, "Stale: excused, but passing; remove the excuse from the known failures");
        verdict();
    }

    private void head() {
        lines.add(String.format(Locale.ROOT, "conformance kit %s, contract %s", run.kitVersion(), run.contractHash()));
        lines.add(String.format(
                Locale.ROOT,
                "target %s at %s, region %s, signing %s",
                style.strong(Printable.line(run.target().name())),
                run.target().endpoint(),
                run.target().region(),
                run.target().signing().label()));
    }

    private void preflight() {
        boolean failed = run.preflight().stream().anyMatch(step -> step.state() == PreflightStep.State.FAILED);
        if (!failed) {
            return;
        }
        title("Preflight");
        for (PreflightStep step : run.preflight()) {
            String state = String.format(Locale.ROOT, "%-8s", step.state().label());
            boolean bad = step.state() == PreflightStep.State.FAILED;
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %-13s %s",
                    bad ? style.bad(state) : style.faint(state),
                    step.name(),
                    Printable.line(step.detail())));
        }
    }

    private void areas() {
        if (!run.results().isEmpty()) {
            lines.add("");
        }
        for (Area area : Area.values()) {
            List<Result> results = run.in(area);
            if (!results.isEmpty()) {
                lines.add(String.format(Locale.ROOT, "  %-11s %s", area.label(), counts(results)));
            }
        }
    }

    private String counts(List<Result> results) {
        return Arrays.stream(ResultStatus.values())
                .filter(status -> results.stream().anyMatch(result -> result.status() == status))
                .map(status -> style.status(
                        status,
                        String.format(
                                Locale.ROOT,
                                "%d %s",
                                results.stream()
                                        .filter(result -> result.status() == status)
                                        .count(),
                                status.label())))
                .collect(Collectors.joining(", "));
    }

    private void cards(ResultStatus status) {
        for (Cause cause : of(status)) {
            lines.add("");
            lines.addAll(Card.of(report, verdictText, cause, style));
        }
    }

    private void reasons(ResultStatus status, String title) {
        List<Cause> causes = of(status);
        if (!causes.isEmpty()) {
            title(title);
        }
        for (Cause cause : causes) {
            wrapped("  ", cause.text());
            for (Cause.Instance instance : cause.instances()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "    %s  %s",
                        style.status(status, instance.id()),
                        verdictText.level(instance.result())));
                texts(cause, instance).forEach(text -> wrapped("      ", text));
            }
        }
    }

    private void wrapped(String indent, String text) {
        Words.wrapped(Printable.line(text), WIDTH).forEach(line -> lines.add(indent + line));
    }

    // Without the parts that the cause already shows.
    private static List<String> texts(Cause cause, Cause.Instance instance) {
        Result result = instance.result();
        List<String> texts = new ArrayList<>();
        if (!result.excuse().isEmpty()) {
            texts.add("excuse: " + result.excuse());
        }
        texts.add(result.reason());
        instance.findings().forEach(finding -> texts.add(CauseText.verbatim(finding)));
        texts.removeIf(text -> text.isEmpty() || text.equals(cause.text()));
        return texts;
    }

    private void verdict() {
        boolean good = run.verdict() == Verdict.CONFORMANT;
        String label = run.verdict().label().toUpperCase(Locale.ROOT);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s (exit code %d): %s",
                good ? style.good(label) : style.bad(label),
                run.verdict().exitCode(),
                Printable.line(run.because())));
        Words.wrapped(verdictText.verdict(), WIDTH).forEach(line -> lines.add("  " + line));
        List<String> limits = verdictText.limits();
        if (!limits.isEmpty()) {
            lines.add("  Not in this verdict:");
            limits.forEach(limit -> lines.add("  - " + limit));
        }
        lines.add(style.faint(String.format(
                Locale.ROOT,
                "  %s in %d.%d s",
                Words.count(run.requests(), "request"),
                run.took().toSeconds(),
                run.took().toMillisPart() / 100)));
    }

    private void title(String title) {
        lines.add("");
        lines.add(style.strong(title));
    }

    private List<Cause> of(ResultStatus status) {
        return report.causes().stream()
                .filter(cause -> cause.status() == status)
                .toList();
    }
}
