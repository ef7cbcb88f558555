package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Coverage;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report as an HTML page. Style and script are separate files, since servers such as Jenkins forbid inline ones.
 * Without them, the page still shows everything.
 */
final class HtmlReport {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

    /** The files of the page. */
    static final List<String> ASSETS = List.of("report.css", "report.js");

    private static final String OPERATION = "GetCaseAuditEvents";

    private final MaskedReport report;
    private final RunReport run;
    private final Coverage coverage;
    private final Catalogue catalogue;
    private final VerdictText verdictText;

    private HtmlReport(MaskedReport report, Coverage coverage, Catalogue catalogue) {
        this.report = report;
        this.run = report.run();
        this.coverage = coverage;
        this.catalogue = catalogue;
        this.verdictText = new VerdictText(report, catalogue);
    }

    static String render(MaskedReport report, Coverage coverage, Catalogue catalogue) {
        return new HtmlReport(report, coverage, catalogue).page();
    }

    private String page() {
        HtmlRequirements requirements = new HtmlRequirements(report, verdictText);
        Map<String, Object> slots = new LinkedHashMap<>();
        slots.put(
                "title",
                Tag.escaped(String.format(
                        Locale.ROOT,
                        "%s: %s, %s",
                        run.verdict().label(),
                        run.target().name(),
                        OPERATION)));
        slots.put("verdict", verdict());
        slots.put("counts", counts());
        slots.put("facts", facts());
        slots.put("causes", new HtmlCauses(report, verdictText).list());
        slots.put("filters", run.results().isEmpty() ? "" : requirements.filters());
        slots.put("requirements", requirements.list());
        slots.put("coverage", new HtmlCoverage(coverage, run).tables());
        slots.put("exclusions", HtmlLists.exclusions(catalogue.exclusions()));
        slots.put("observations", HtmlLists.observations(run.observations()));
        slots.put("timing", HtmlRequirements.timing(run));
        slots.put("preflight", HtmlLists.preflight(run.preflight()));
        return filled(resource("report.html"), slots);
    }

    private Tag verdict() {
        String label = run.verdict().label();
        Tag header = Tag.of("header").is("verdict " + cssClass(label));
        header.add(Tag.of("p")
                .is("eyebrow")
                .text(OPERATION + " at ")
                .add(Tag.of("code", run.target().endpoint().toString()))
                .text("by the profile " + run.target().name()));
        header.add(Tag.of("h1", capitalised(label)));
        header.add(Tag.of("p", capitalised(run.because()) + ".").is("because"));
        header.add(Tag.of("p", verdictText.verdict()));
        List<String> limits = verdictText.limits();
        if (!limits.isEmpty()) {
            Tag list = Tag.of("ul");
            limits.forEach(limit -> list.add(Tag.of("li", limit)));
            header.add(Tag.of("p", "Not in this verdict:").is("limits")).add(list);
        }
        return header;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    // By level, like the sentence of the verdict. Rows and columns add up.
    private Tag counts() {
        Tag body = Tag.of("tbody");
        for (ResultStatus status : ResultStatus.values()) {
            if (run.count(status) > 0) {
                body.add(row(HtmlEvidence.badge(status), result -> result.status() == status));
            }
        }
        body.add(row(Tag.of("strong", "all"), result -> true));
        Tag table = Tag.of("table")
                .is("counts")
                .add(Tag.of("caption", "Requirements by status and level").is("unseen"))
                .add(HtmlRequirements.head("Requirements", "MUST", "SHOULD", "both"))
                .add(body);
        return run.results().isEmpty() ? Tag.of("p", "No requirement was tried.") : table;
    }

    private Tag row(Tag name, Predicate<Result> selected) {
        Tag row = Tag.of("tr").add(Tag.of("th").with("scope", "row").add(name));
        for (Level level : Level.values()) {
            row.add(number(selected.and(result -> result.requirement().level() == level)));
        }
        return row.add(number(selected));
    }

    private Tag number(Predicate<Result> selected) {
        return HtmlRequirements.number(
                Long.toString(run.results().stream().filter(selected).count()));
    }

    private Tag facts() {
        Tag list = Tag.of("dl").is("facts");
        fact(list, "Endpoint", run.target().endpoint().toString());
        fact(
                list,
                "Region, signing",
                String.format(
                        Locale.ROOT,
                        "%s, %s",
                        run.target().region(),
                        run.target().signing().label()));
        fact(list, "Begun", run.at().truncatedTo(ChronoUnit.SECONDS).toString());
        fact(
                list,
                "Took",
                String.format(Locale.ROOT, "%s, %s", Millis.of(run.took()), Words.count(run.requests(), "request")));
        fact(list, "Kit, contract", String.format(Locale.ROOT, "%s, %s", run.kitVersion(), run.contractHash()));
        fact(
                list,
                "Fails at, exit code",
                String.format(Locale.ROOT, "%s, %d", run.failAt(), run.verdict().exitCode()));
        return list;
    }

    private static void fact(Tag list, String name, String value) {
        list.add(Tag.of("div").add(Tag.of("dt", name)).add(Tag.of("dd", value)));
    }

    /** Returns the CSS class of a label. */
    static String cssClass(String label) {
        return label.replace(' ', '-');
    }

    // In one pass, so that no text of a response is taken for a slot.
    private static String filled(String template, Map<String, Object> slots) {
        return SLOT.matcher(template).replaceAll(slot -> {
            Object value = slots.get(slot.group(1));
            if (value == null) {
                throw new IllegalStateException(
                        String.format(Locale.ROOT, "nothing fills the slot '%s'", slot.group(1)));
            }
            return Matcher.quoteReplacement(value.toString());
        });
    }

    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(String.format(Locale.ROOT, "%s is not on the class path", name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "%s cannot be read", name), e);
        }
    }
}
