package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** All requirements, folded, with filters and durations. */
final class HtmlRequirements {

    private static final int SLOWEST = 10;

    private final RunReport run;
    private final List<Cause> causes;
    private final VerdictText verdictText;
    private final HtmlEvidence evidence;

    HtmlRequirements(MaskedReport report, VerdictText verdictText) {
        this.run = report.run();
        this.causes = report.causes();
        this.verdictText = verdictText;
        this.evidence = new HtmlEvidence(report);
    }

    Tag list() {
        if (run.results().isEmpty()) {
            return Tag.of("p", "No requirement was tried.");
        }
        Tag list = Tag.of("div").is("requirements").with("id", "requirement-list");
        run.results().forEach(result -> list.add(requirement(result)));
        return list;
    }

    private Tag requirement(Result result) {
        String id = result.requirement().id();
        Tag summary = Tag.of("summary")
                .add(HtmlEvidence.badge(result.status()))
                .add(Tag.of("code", id))
                .add(Tag.of("span", verdictText.level(result)).is("level"))
                .add(Tag.of(
                                "span",
                                String.format(
                                        Locale.ROOT,
                                        "%s, %s",
                                        Words.count(result.requests(), "request"),
                                        Millis.of(result.took())))
                        .is("effort"));
        // The target of links is inside, so that browsers unfold it.
        Tag body = Tag.of("div").is("body").with("id", "requirement-" + id);
        body.add(Tag.of("p", result.requirement().statement()).is("statement"));
        body.add(facts(result));
        findings(body, result);
        body.add(Tag.of("p", "Try only this requirement:").is("label")).add(evidence.check(id));
        return Tag.of("details")
                .is("requirement")
                .with("data-area", result.requirement().area().label())
                .with("data-level", result.requirement().level().name())
                .with("data-status", HtmlReport.cssClass(result.status().label()))
                .add(summary)
                .add(body);
    }

    private Tag facts(Result result) {
        Tag facts = Tag.of("dl").is("rows");
        HtmlEvidence.row(facts, "Source", sources(result.requirement().sources()));
        if (result.status() != ResultStatus.PASSED) {
            HtmlEvidence.row(facts, "Hint", Tag.of("span", result.requirement().hint()));
        }
        if (!result.excuse().isEmpty()) {
            HtmlEvidence.row(facts, "Excuse", Tag.of("span", result.excuse()));
        }
        if (!result.reason().isEmpty()) {
            HtmlEvidence.row(facts, "Reason", Abbreviation.in(Tag.of("span"), result.reason()));
        }
        for (Cause cause : causes) {
            if (cause.ids().size() > 1
                    && cause.ids().contains(result.requirement().id())) {
                HtmlEvidence.row(facts, "Cause", cause(cause));
            }
        }
        return facts;
    }

    private Tag cause(Cause cause) {
        Tag link = Tag.of("a").with("href", String.format(Locale.ROOT, "#cause-%d", cause.number()));
        return Tag.of("span")
                .add(Abbreviation.in(link, cause.text()))
                .text("of " + Words.count(cause.ids().size(), "requirement"));
    }

    private void findings(Tag body, Result result) {
        int last = 0;
        for (Finding finding : result.findings()) {
            Tag section = Tag.of("section").is("finding").add(evidence.finding(finding));
            // Several findings often share an exchange.
            if (finding.evidence().number() != last) {
                section.add(evidence.exchange(finding.evidence()));
            }
            last = finding.evidence().number();
            body.add(section);
        }
        if (result.moreFindings() > 0) {
            body.add(Tag.of(
                            "p",
                            String.format(Locale.ROOT, "and %s", Words.count(result.moreFindings(), "more finding")))
                    .is("more"));
        }
    }

    private static Tag sources(List<Source> sources) {
        Tag links = Tag.of("span").is("sources");
        sources.forEach(source -> links.add(link(source)));
        return links;
    }

    static Tag link(Source source) {
        return Tag.of("a", source.title()).with("href", source.url()).with("rel", "noreferrer");
    }

    // The filters use CSS only, so that they work without a script.
    Tag filters() {
        return Tag.of("div")
                .is("filters")
                .add(filter("Status", ResultStatus.values(), ResultStatus::label, Result::status))
                .add(filter(
                        "Level",
                        Level.values(),
                        Level::name,
                        result -> result.requirement().level()))
                .add(filter(
                        "Area",
                        Area.values(),
                        Area::label,
                        result -> result.requirement().area()));
    }

    private <T> Tag filter(String name, T[] values, Function<T, String> label, Function<Result, T> valueOf) {
        Tag group = Tag.of("fieldset").add(Tag.of("legend", name));
        group.add(choice(name, "all", run.results().size(), true));
        for (T value : values) {
            long count = run.results().stream()
                    .filter(result -> valueOf.apply(result).equals(value))
                    .count();
            if (count > 0) {
                group.add(choice(name, label.apply(value), count, false));
            }
        }
        return group;
    }

    private static Tag choice(String name, String value, long count, boolean chosen) {
        Tag input = Tag.of("input")
                .with("type", "radio")
                .with("name", name)
                .with("value", HtmlReport.cssClass(value))
                .with("autocomplete", "off");
        return Tag.of("label")
                .add(chosen ? input.with("checked", "checked") : input)
                .add(Tag.of("span", String.format(Locale.ROOT, "%s (%d)", value, count)));
    }

    static Tag head(String... columns) {
        Tag row = Tag.of("tr");
        for (String column : columns) {
            row.add(Tag.of("th", column).with("scope", "col"));
        }
        return Tag.of("thead").add(row);
    }

    static Tag timing(RunReport run) {
        List<Result> slowest = new ArrayList<>(run.results());
        slowest.sort(Comparator.comparing(Result::took).reversed());
        Tag body = Tag.of("tbody");
        long longest = slowest.isEmpty() ? 1 : Math.max(1, slowest.get(0).took().toMillis());
        slowest.stream()
                .limit(SLOWEST)
                .forEach(result -> body.add(Tag.of("tr")
                        .add(Tag.of("th")
                                .with("scope", "row")
                                .add(Tag.of("code", result.requirement().id())))
                        .add(number(Integer.toString(result.requests())))
                        .add(number(Millis.of(result.took())))
                        .add(Tag.of("td").is("length").add(length(result.took().toMillis(), longest)))));
        Tag table = Tag.of("table")
                .is("slowest")
                .add(Tag.of("caption", "The slowest").is("unseen"))
                .add(head("Requirement", "Requests", "Time", "In proportion"))
                .add(body);
        String sum = String.format(
                Locale.ROOT,
                "%s in %s; requests that several checks share count for the first of them.",
                Words.count(run.requests(), "request"),
                Millis.of(run.took()));
        return Tag.of("div").add(Tag.of("p", sum)).add(scrolling("The slowest requirements", table));
    }

    static Tag number(String value) {
        return Tag.of("td", value).is("number");
    }

    private static Tag length(long millis, long longest) {
        return Tag.of("svg")
                .with("viewBox", "0 0 100 6")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true")
                .add(Tag.of("rect")
                        .with("width", String.format(Locale.ROOT, "%d", Math.max(1, 100 * millis / longest)))
                        .with("height", "6"));
    }

    /** Returns a scrollable box, which also scrolls by keyboard. */
    static Tag scrolling(String label, Tag content) {
        return Tag.of("div")
                .is("scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", label)
                .add(content);
    }
}
