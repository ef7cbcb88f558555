package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.run.Result;
import java.util.ArrayList;
import java.util.List;

/** What was found of one requirement, as lines of text: enough to act on without a second run. */
final class Card {

    /** How much of a body is shown. */
    static final int BODY = 2_000;

    private static final int TARGET = 1_000;
    private static final int WIDTH = 100;

    private final Meaning meaning;
    private final Repeat repeat;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private Card(MaskedReport report, Meaning meaning, Style style) {
        this.meaning = meaning;
        this.repeat = new Repeat(report.run().target());
        this.style = style;
    }

    static List<String> of(MaskedReport report, Meaning meaning, Result result, Style style) {
        Card card = new Card(report, meaning, style);
        card.write(result);
        return card.lines;
    }

    private void write(Result result) {
        head(result);
        int last = 0;
        for (Finding finding : result.findings()) {
            Exchange exchange = finding.evidence();
            lines.add("");
            row("at", finding.where());
            row("expected", Printable.line(finding.expected()));
            row("actual", Printable.line(finding.actual()));
            String excerpt = Excerpt.of(finding, BODY);
            if (!excerpt.isEmpty()) {
                row("there", excerpt);
            }
            // Several findings are often of one exchange.
            if (exchange.number() != last) {
                lines.add("");
                sent(exchange.request());
                received(exchange.reply());
                lines.add("");
                lines.add("  " + style.faint("repeat    ") + Printable.line(repeat.exchange(exchange.request())));
            }
            last = exchange.number();
        }
        if (result.moreFindings() > 0) {
            lines.add("");
            lines.add("  and %s".formatted(Words.count(result.moreFindings(), "more finding")));
        }
        lines.add("  " + style.faint("only this ")
                + repeat.check(result.requirement().id()));
    }

    private void head(Result result) {
        String weight = meaning.weight(result);
        lines.add("%s  %s  %s%s"
                .formatted(
                        style.standing(
                                result.standing(), result.standing().label().toUpperCase(java.util.Locale.ROOT)),
                        style.strong(result.requirement().id()),
                        result.requirement().level(),
                        weight.isEmpty() ? "" : " (%s)".formatted(weight)));
        Words.wrapped(result.requirement().statement(), WIDTH).forEach(line -> lines.add("  " + line));
        for (Source source : result.requirement().sources()) {
            row("source", source.title());
            lines.add(" ".repeat(12) + source.url());
        }
        row("hint", result.requirement().hint());
        if (!result.excuse().isEmpty()) {
            row("excuse", Printable.line(result.excuse()));
        }
        if (!result.reason().isEmpty()) {
            row("reason", Printable.line(result.reason()));
        }
    }

    private void row(String name, String text) {
        List<String> wrapped = Words.wrapped(text, WIDTH);
        lines.add("  " + style.faint("%-10s".formatted(name)) + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(12) + line));
    }

    private void sent(Request request) {
        side(">", "%s %s".formatted(request.method(), Printable.cut(request.target(), TARGET)));
        message(">", request.headers(), request.body());
    }

    private void received(Reply reply) {
        lines.add("");
        if (reply instanceof Reply.Answer answer) {
            side("<", Integer.toString(answer.status()));
            message("<", answer.headers(), answer.body());
        } else {
            side("<", "no answer: " + ((Reply.Silence) reply).reason());
        }
    }

    private void message(String direction, List<Header> headers, Content body) {
        headers.forEach(header -> side(direction, "%s: %s".formatted(header.name(), header.value())));
        if (!body.isEmpty()) {
            side(direction, "");
            Printable.of(Printable.cut(body.text(), BODY)).lines().forEach(line -> side(direction, line));
        }
    }

    private void side(String direction, String line) {
        lines.add(("  " + style.faint(direction) + " " + Printable.line(line)).stripTrailing());
    }
}
