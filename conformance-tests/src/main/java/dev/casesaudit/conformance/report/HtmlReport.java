package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Coverage;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The report as one page that needs nothing else: no network, and a browser that runs no script still shows all of it. */
final class HtmlReport {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final MaskedReport report;
    private final RunReport run;
    private final Coverage coverage;
    private final Catalogue catalogue;
    private final Meaning meaning;

    private HtmlReport(MaskedReport report, Coverage coverage, Catalogue catalogue) {
        this.report = report;
        this.run = report.run();
        this.coverage = coverage;
        this.catalogue = catalogue;
        this.meaning = new Meaning(report, catalogue);
    }

    static String render(MaskedReport report, Coverage coverage, Catalogue catalogue) {
        return new HtmlReport(report, coverage, catalogue).page();
    }

    private String page() {
        String style = resource("report.css");
        String script = resource("report.js");
        Map<String, Object> slots = new LinkedHashMap<>();
        slots.put("policy", policy(style, script));
        slots.put(
                "title",
                Tag.escaped(
                        "%s: %s".formatted(run.target().name(), run.verdict().label())));
        slots.put("style", style);
        slots.put("script", script);
        slots.put("verdict", verdict());
        slots.put("tiles", tiles());
        slots.put("facts", facts());
        slots.put("preflight", HtmlLists.preflight(run.preflight()));
        slots.put("findings", HtmlFindings.of(report, meaning));
        slots.put("requirements", HtmlRequirements.table(run));
        slots.put("areas", HtmlRequirements.areas());
        slots.put("standings", HtmlRequirements.standings());
        slots.put("coverage", new HtmlCoverage(coverage, run).tables());
        slots.put("exclusions", HtmlLists.exclusions(catalogue.exclusions()));
        slots.put("observations", HtmlLists.observations(run.observations()));
        slots.put("timing", HtmlRequirements.timing(run));
        return filled(resource("report.html"), slots);
    }

    private Tag verdict() {
        String label = run.verdict().label();
        Tag header = Tag.of("header").is("verdict " + cssClass(label));
        header.add(
                Tag.of("p", "Conformance of %s".formatted(run.target().name())).is("eyebrow"));
        header.add(Tag.of("h1", capitalised(label)));
        header.add(Tag.of("p", capitalised(run.because()) + ".").is("because"));
        header.add(Tag.of("p", meaning.verdict()));
        List<String> limits = meaning.limits();
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

    private Tag tiles() {
        Tag bar = Tag.of("svg")
                .is("bar")
                .with(
                        "viewBox",
                        String.format(
                                Locale.ROOT,
                                "0 0 %d 1",
                                Math.max(1, run.results().size())))
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true");
        Tag list = Tag.of("ul").is("tiles");
        long from = 0;
        for (Standing standing : Standing.values()) {
            long count = run.count(standing);
            if (count > 0) {
                bar.add(Tag.of("rect")
                        .is(cssClass(standing.label()))
                        .with("x", Long.toString(from))
                        .with("width", Long.toString(count))
                        .with("height", "1"));
                list.add(Tag.of("li")
                        .is(cssClass(standing.label()))
                        .add(Tag.of("strong", Long.toString(count)))
                        .add(Tag.of("span", standing.label())));
            }
            from += count;
        }
        return Tag.of("div").is("overview").add(bar).add(list);
    }

    private Tag facts() {
        Tag list = Tag.of("dl").is("facts");
        fact(list, "Endpoint", run.target().endpoint().toString());
        fact(
                list,
                "Region, signing",
                "%s, %s"
                        .formatted(
                                run.target().region(),
                                run.target().signing().name().toLowerCase(Locale.ROOT)));
        fact(list, "Begun", run.at().truncatedTo(ChronoUnit.SECONDS).toString());
        fact(list, "Took", "%s, %s".formatted(Millis.of(run.took()), Words.count(run.requests(), "request")));
        fact(list, "Kit, contract", "%s, %s".formatted(run.kitVersion(), run.contractHash()));
        fact(
                list,
                "Fails at, exit code",
                String.format(Locale.ROOT, "%s, %d", run.failAt(), run.verdict().exitCode()));
        return list;
    }

    private static void fact(Tag list, String name, String value) {
        list.add(Tag.of("div").add(Tag.of("dt", name)).add(Tag.of("dd", value)));
    }

    /** Returns the class that colours what a label names. */
    static String cssClass(String label) {
        return label.replace(' ', '-');
    }

    // Nothing but this page's own style and script: markup that got into it by a fault of ours would still do nothing.
    private static String policy(String style, String script) {
        return "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                .formatted(hash(style), hash(script));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    // In one go, so that nothing an answer holds is taken for a slot.
    private static String filled(String template, Map<String, Object> slots) {
        return SLOT.matcher(template).replaceAll(slot -> {
            Object value = slots.get(slot.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing fills the slot '%s'".formatted(slot.group(1)));
            }
            return Matcher.quoteReplacement(value.toString());
        });
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is not on the class path".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(name), e);
        }
    }
}
