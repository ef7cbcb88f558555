package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The findings of a requirement, or of a cause, as lines of text, in enough detail to act without a second run. */
final class Card {

    /** The most characters of a body. */
    static final int BODY = 2_000;

    private static final int TARGET = 1_000;
    private static final int WIDTH = 100;

    private final MaskedReport report;
    private final VerdictText verdictText;
    private final CurlCommand repeat;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private Card(MaskedReport report, VerdictText verdictText, Style style) {
        this.report = report;
        this.verdictText = verdictText;
        this.repeat = new CurlCommand(report.run().target());
        this.style = style;
    }

    static List<String> of(MaskedReport report, VerdictText verdictText, Result result, Style style) {
        Card card = new Card(report, verdictText, style);
        card.write(result, result.findings());
        return card.lines;
    }

    /**
     * Returns the card of a cause with one of its exchanges. A cause of one requirement has the card of the
     * requirement.
     */
    static List<String> of(MaskedReport report, VerdictText verdictText, Cause cause, Style style) {
        Card card = new Card(report, verdictText, style);
        if (cause.instances().size() == 1) {
            card.write(cause.example().result(), cause.example().findings());
        } else {
            card.write(cause);
        }
        return card.lines;
    }

    private void write(Result result, List<Finding> findings) {
        lines.add(title(result.status(), result.requirement().id()) + "  " + verdictText.level(result));
        about(result);
        causes(result);
        findings(findings);
        if (result.moreFindings() > 0) {
            lines.add("");
            lines.add(String.format(Locale.ROOT, "  and %s", Words.count(result.moreFindings(), "more finding")));
        }
        lines.add("  " + style.faint("only this ")
                + repeat.check(result.requirement().id()));
    }

    private void write(Cause cause) {
        List<String> title = Words.wrapped(Printable.line(cause.text()), WIDTH);
        lines.add(title(cause.status(), title.get(0)));
        title.stream().skip(1).forEach(line -> lines.add("  " + style.strong(line)));
        row("cause of", verdictText.breaks(cause));
        row("example", cause.example().id());
        if (cause.evidence().isEmpty()) {
            about(cause.example().result());
        } else {
            cause.evidence().ifPresent(finding -> findings(List.of(finding)));
        }
        lines.add(
                "  " + style.faint("only this ") + repeat.check(cause.example().id()));
        lines.add("");
        cause.variants().forEach((found, instances) -> {
            if (!found.equals(List.of(cause.text()))) {
                found.forEach(
                        text -> Words.wrapped(Printable.line(text), WIDTH).forEach(line -> lines.add("  " + line)));
            }
            instances.forEach(this::instance);
        });
    }

    private void instance(Cause.Instance instance) {
        lines.add(String.format(
                Locale.ROOT, "    %s  %s", style.strong(instance.id()), verdictText.level(instance.result())));
        if (instance.result().moreFindings() > 0) {
            lines.add(String.format(
                    Locale.ROOT, "      and %s", Words.count(instance.result().moreFindings(), "more finding")));
        }
    }

    private String title(ResultStatus status, String title) {
        return String.format(
                Locale.ROOT,
                "%s  %s",
                style.status(status, status.label().toUpperCase(Locale.ROOT)),
                style.strong(title));
    }

    // A reader of this card alone does not see the other requirements of the cause.
    private void causes(Result result) {
        for (Cause cause : report.causes()) {
            if (cause.ids().size() > 1
                    && cause.ids().contains(result.requirement().id())) {
                row("cause", Printable.line(cause.text()));
                String others = Words.count(cause.ids().size() - 1, "other requirement");
                lines.add(" ".repeat(12) + String.format(Locale.ROOT, "also of %s", others));
            }
        }
    }

    private void findings(List<Finding> findings) {
        int last = 0;
        for (Finding finding : findings) {
            Exchange exchange = finding.evidence();
            lines.add("");
            row("at", finding.where());
            row("expected", Printable.line(finding.expected()));
            row("actual", Printable.line(finding.actual()));
            String excerpt = Excerpt.of(finding, BODY);
            if (!excerpt.isEmpty()) {
                row("there", excerpt);
            }
            // Several findings often share an exchange.
            if (exchange.number() != last) {
                lines.add("");
                sent(exchange.request());
                received(exchange.reply());
                lines.add("");
                lines.add("  " + style.faint("repeat    ") + Printable.line(repeat.exchange(exchange.request())));
            }
            last = exchange.number();
        }
    }

    private void about(Result result) {
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
        lines.add("  " + style.faint(String.format(Locale.ROOT, "%-10s", name)) + wrapped.get(0));
        wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(12) + line));
    }

    private void sent(Request request) {
        side(">", String.format(Locale.ROOT, "%s %s", request.method(), Printable.cut(request.target(), TARGET)));
        message(">", request.headers(), request.body());
    }

    private void received(Reply reply) {
        lines.add("");
        if (reply instanceof Reply.Response response) {
            side("<", Integer.toString(response.status()));
            message("<", response.headers(), response.body());
        } else {
            Reply.Silence silence = (Reply.Silence) reply;
            side("<", CauseText.silence(silence.reason()));
            message("<", List.of(), silence.received());
        }
    }

    private void message(String direction, List<Header> headers, Content body) {
        headers.forEach(header -> side(direction, String.format(Locale.ROOT, "%s: %s", header.name(), header.value())));
        if (!body.isEmpty()) {
            side(direction, "");
            Printable.of(Printable.cut(body.text(), BODY)).lines().forEach(line -> side(direction, line));
        }
    }

    private void side(String direction, String line) {
        lines.add(("  " + style.faint(direction) + " " + Printable.line(line)).stripTrailing());
    }
}
