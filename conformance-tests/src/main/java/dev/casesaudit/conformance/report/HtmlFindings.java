package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Standing;
import java.util.List;
import java.util.Locale;

/** A card for each requirement of which more is to be said than that it holds. */
final class HtmlFindings {

    private static final int BODY = 20_000;
    // Longer ones are not taken in at a glance.
    private static final int GLANCE = 1_000;

    private static final List<Standing> ORDER = List.of(
            Standing.KIT_ERROR,
            Standing.FAILED,
            Standing.NOT_TESTABLE,
            Standing.STALE,
            Standing.DRIFTED,
            Standing.DEVIATED,
            Standing.EXCUSED,
            Standing.NOT_APPLICABLE);

    private final Meaning meaning;
    private final Repeat repeat;

    private HtmlFindings(MaskedReport report, Meaning meaning) {
        this.meaning = meaning;
        this.repeat = new Repeat(report.run().target());
    }

    static Tag of(MaskedReport report, Meaning meaning) {
        RunReport run = report.run();
        HtmlFindings findings = new HtmlFindings(report, meaning);
        Tag cards = Tag.of("div").is("cards");
        for (Standing standing : ORDER) {
            run.results().stream()
                    .filter(result -> result.standing() == standing)
                    .forEach(result -> cards.add(findings.card(result)));
        }
        boolean none = run.results().stream().noneMatch(result -> ORDER.contains(result.standing()));
        return none ? Tag.of("p", "None.") : cards;
    }

    private Tag card(Result result) {
        String id = result.requirement().id();
        Tag card = Tag.of("article").is("card").with("id", "finding-" + id).with("aria-labelledby", "title-" + id);
        Tag head = Tag.of("header")
                .add(badge(result.standing()))
                .add(Tag.of("h3").with("id", "title-" + id).add(Tag.of("code", id)))
                .add(Tag.of("span", result.requirement().level().name()).is("level"));
        String weight = meaning.weight(result);
        if (!weight.isEmpty()) {
            head.add(Tag.of("span", weight).is("weight"));
        }
        card.add(head).add(Tag.of("p", result.requirement().statement()).is("statement"));
        Tag facts = Tag.of("dl").is("rows");
        row(facts, "Source", sources(result.requirement().sources()));
        row(facts, "Hint", Tag.of("span", result.requirement().hint()));
        if (!result.excuse().isEmpty()) {
            row(facts, "Excuse", Tag.of("span", result.excuse()));
        }
        if (!result.reason().isEmpty()) {
            row(facts, "Reason", Tag.of("span", result.reason()));
        }
        card.add(facts);
        int last = 0;
        for (Finding finding : result.findings()) {
            Tag section = finding(finding);
            // Several findings are often of one exchange.
            if (finding.evidence().number() != last) {
                section.add(exchange(finding.evidence()));
            }
            last = finding.evidence().number();
            card.add(section);
        }
        if (result.moreFindings() > 0) {
            card.add(Tag.of("p", "and %s".formatted(Words.count(result.moreFindings(), "more finding")))
                    .is("more"));
        }
        return card.add(Tag.of("p", "Only this one again:").is("label")).add(code(repeat.check(id)));
    }

    static Tag badge(Standing standing) {
        return Tag.of("span", standing.label()).is("badge " + HtmlReport.cssClass(standing.label()));
    }

    private static Tag sources(List<Source> sources) {
        Tag links = Tag.of("span").is("sources");
        sources.forEach(source -> links.add(link(source)));
        return links;
    }

    static Tag link(Source source) {
        return Tag.of("a", source.title()).with("href", source.url()).with("rel", "noreferrer");
    }

    private Tag finding(Finding finding) {
        Tag facts = Tag.of("dl").is("rows");
        row(facts, "At", Tag.of(finding.pointer().isEmpty() ? "span" : "code", finding.where()));
        row(facts, "Expected", Tag.of("span", finding.expected()));
        row(facts, "Actual", Tag.of("strong", finding.actual()));
        String excerpt = Excerpt.of(finding, GLANCE);
        if (!excerpt.isEmpty()) {
            row(facts, "There", Tag.of("code", excerpt));
        }
        return Tag.of("section").is("finding").add(facts);
    }

    private Tag exchange(Exchange exchange) {
        Tag details = Tag.of("details").is("exchange");
        details.add(Tag.of(
                "summary",
                String.format(Locale.ROOT, "Exchange %d: %s", exchange.number(), answered(exchange.reply()))));
        String first = exchange.request().method() + " " + exchange.request().target();
        details.add(Tag.of("p", "Request").is("label"))
                .add(code(message(
                        first, exchange.request().headers(), exchange.request().body())));
        details.add(Tag.of("p", "Response").is("label"));
        if (exchange.reply() instanceof Reply.Answer answer) {
            details.add(code(message(Integer.toString(answer.status()), answer.headers(), answer.body())));
        } else {
            details.add(code(answered(exchange.reply())));
        }
        return details.add(Tag.of("p", "The same from a shell:").is("label"))
                .add(code(repeat.exchange(exchange.request())));
    }

    private static String answered(Reply reply) {
        return reply instanceof Reply.Answer answer
                ? String.format(Locale.ROOT, "answered with %d", answer.status())
                : "no answer: " + ((Reply.Silence) reply).reason();
    }

    private static String message(String first, List<Header> headers, Content body) {
        StringBuilder text = new StringBuilder(Printable.line(first));
        headers.forEach(header -> text.append('\n').append(Printable.line(header.name() + ": " + header.value())));
        if (!body.isEmpty()) {
            text.append("\n\n").append(Printable.cut(body.text(), BODY));
        }
        return text.toString();
    }

    // It scrolls, also for those who have no mouse.
    private static Tag code(String text) {
        return Tag.of("pre", text).with("tabindex", "0");
    }

    private static void row(Tag list, String name, Tag value) {
        list.add(Tag.of("div").add(Tag.of("dt", name)).add(Tag.of("dd").add(value)));
    }
}
