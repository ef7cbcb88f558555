package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The short report for the page of a build. */
final class MarkdownSummary {

    private static final int VALUE = 300;

    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]<>|#&~])");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private final MaskedReport report;
    private final RunReport run;
    private final VerdictText verdictText;
    private final List<Area> areas;
    private final List<String> lines = new ArrayList<>();

    private MarkdownSummary(MaskedReport report, Catalogue catalogue) {
        this.report = report;
        this.run = report.run();
        this.verdictText = new VerdictText(report, catalogue);
        this.areas = catalogue.areas();
    }

    static String render(MaskedReport report, Catalogue catalogue) {
        MarkdownSummary summary = new MarkdownSummary(report, catalogue);
        summary.write();
        return String.join("\n", summary.lines) + "\n";
    }

    private void write() {
        String sign = run.verdict() == Verdict.CONFORMANT ? "\u2705" : "\u274c";
        lines.add(String.format(
                Locale.ROOT,
                "## %s Conformance of %s: %s",
                sign,
                text(run.target().name()),
                run.verdict().label()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s (exit code %d). %s",
                text(run.because()),
                run.verdict().exitCode(),
                text(verdictText.verdict())));
        table();
        list("Findings", ResultStatus.FAILED);
        list("The kit itself failed", ResultStatus.KIT_ERROR);
        list("Not testable", ResultStatus.NOT_TESTABLE);
        list("Not tried", ResultStatus.NOT_TRIED);
        list("Stale excuses", ResultStatus.STALE);
        list("Drift", ResultStatus.DRIFTED);
        list("Deviations of the service", ResultStatus.DEVIATED);
        if (!verdictText.limits().isEmpty()) {
            lines.add("");
            lines.add("Not in this verdict:");
            lines.add("");
            verdictText.limits().forEach(limit -> lines.add("- " + text(limit)));
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Kit %s, contract %s, target %s, %s.",
                code(run.kitVersion()),
                code(run.contractHash()),
                code(run.target().endpoint().toString()),
                Words.count(run.requests(), "request")));
    }

    private void table() {
        List<ResultStatus> statuses = Arrays.stream(ResultStatus.values())
                .filter(status ->
                        status == ResultStatus.PASSED || status == ResultStatus.FAILED || run.count(status) > 0)
                .toList();
        if (run.results().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(
                "| area | " + joined(statuses.stream().map(ResultStatus::label).toList()));
        lines.add("|---|" + "--:|".repeat(statuses.size()));
        for (Area area : areas) {
            lines.add(String.format(Locale.ROOT, "| %s | %s", area.label(), joined(counts(run.in(area), statuses))));
        }
        lines.add("| **all** | " + joined(counts(run.results(), statuses)));
    }

    private static List<String> counts(List<Result> results, List<ResultStatus> statuses) {
        return statuses.stream()
                .map(status -> Long.toString(results.stream()
                        .filter(result -> result.status() == status)
                        .count()))
                .toList();
    }

    private static String joined(List<String> cells) {
        return cells.stream().map(cell -> cell + " |").collect(Collectors.joining(" "));
    }

    private void list(String title, ResultStatus status) {
        List<Cause> causes = report.causes().stream()
                .filter(cause -> cause.status() == status)
                .toList();
        if (causes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("### " + title);
        lines.add("");
        if (causes.size() < run.count(status)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s, of %s.",
                    Words.count(run.count(status), "requirement"),
                    Words.count(causes.size(), "cause")));
            lines.add("");
        }
        causes.forEach(cause -> {
            if (cause.instances().size() == 1) {
                item(cause.example());
            } else {
                item(cause);
            }
        });
    }

    private void item(Cause cause) {
        lines.add(String.format(Locale.ROOT, "- **%s**: %s", text(cause.text()), verdictText.breaks(cause)));
        cause.evidence()
                .ifPresent(finding -> lines.add(String.format(
                        Locale.ROOT, "  - for example %s: %s", cause.example().id(), found(finding))));
        lines.add("");
        lines.add("  <details><summary>The requirements</summary>");
        lines.add("");
        cause.instances()
                .forEach(instance -> lines.add(String.format(
                        Locale.ROOT,
                        "  - %s (%s): %s",
                        instance.id(),
                        verdictText.level(instance.result()),
                        text(instance.result().requirement().statement()))));
        lines.add("");
        lines.add("  </details>");
        lines.add("");
    }

    private void item(Cause.Instance instance) {
        Result result = instance.result();
        lines.add(String.format(
                Locale.ROOT,
                "- **%s** (%s): %s",
                result.requirement().id(),
                verdictText.level(result),
                text(result.requirement().statement())));
        if (!result.reason().isEmpty()) {
            lines.add("  - " + code(result.reason()));
        }
        if (!result.excuse().isEmpty()) {
            lines.add("  - excuse: " + text(result.excuse()));
        }
        instance.findings().forEach(finding -> lines.add("  - " + found(finding)));
        if (result.moreFindings() > 0) {
            lines.add(String.format(Locale.ROOT, "  - and %s", Words.count(result.moreFindings(), "more finding")));
        }
    }

    private static String found(Finding finding) {
        return String.format(
                Locale.ROOT,
                "at %s: expected %s, got %s",
                finding.pointer().isEmpty() ? finding.where() : code(finding.pointer()),
                code(finding.expected()),
                code(finding.actual()));
    }

    private static String text(String text) {
        return MARKUP.matcher(Printable.line(text)).replaceAll("\\\\$1");
    }

    // The fence is longer than any run of backticks in the value.
    private static String code(String value) {
        String line = Printable.line(Printable.cut(value, VALUE)).strip();
        int longest = BACKTICKS
                .matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        if (line.isEmpty()) {
            return "nothing";
        }
        String fence = "`".repeat(longest + 1);
        return longest > 0 ? String.format(Locale.ROOT, "%s %s %s", fence, line, fence) : fence + line + fence;
    }
}
