package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.run.ResultStatus;
import java.util.List;
import java.util.Locale;

/** A finding with its request and response side by side. */
final class HtmlEvidence {

    private static final int BODY = 20_000;
    // Longer bodies are folded.
    private static final int GLANCE = 1_000;

    private final CurlCommand repeat;

    HtmlEvidence(MaskedReport report) {
        this.repeat = new CurlCommand(report.run().target());
    }

    Tag finding(Finding finding) {
        Tag facts = Tag.of("dl").is("rows");
        row(facts, "At", Tag.of(finding.pointer().isEmpty() ? "span" : "code", finding.where()));
        row(facts, "Expected", Abbreviation.in(Tag.of("span"), finding.expected()));
        row(facts, "Actual", Abbreviation.in(Tag.of("strong"), finding.actual()));
        String excerpt = Excerpt.of(finding, GLANCE);
        if (!excerpt.isEmpty()) {
            row(facts, "There", Tag.of("code", excerpt));
        }
        return facts;
    }

    Tag exchange(Exchange exchange) {
        String first = exchange.request().method() + " " + exchange.request().target();
        Tag sent = side(
                String.format(Locale.ROOT, "Sent, exchange %d", exchange.number()),
                message(first, exchange.request().headers(), exchange.request().body()));
        Tag received = side(
                "Received",
                exchange.reply() instanceof Reply.Response response
                        ? message(Integer.toString(response.status()), response.headers(), response.body())
                        : silence((Reply.Silence) exchange.reply()));
        return Tag.of("div")
                .add(Tag.of("div").is("exchange").add(sent).add(received))
                .add(Tag.of("p", "The same from a shell:").is("label"))
                .add(command(repeat.exchange(exchange.request())));
    }

    Tag check(String id) {
        return command(repeat.check(id));
    }

    static Tag badge(ResultStatus status) {
        return Tag.of("span", status.label()).is("badge " + HtmlReport.cssClass(status.label()));
    }

    static void row(Tag list, String name, Tag value) {
        list.add(Tag.of("div").add(Tag.of("dt", name)).add(Tag.of("dd").add(value)));
    }

    private static Tag side(String label, Tag message) {
        return Tag.of("div").add(Tag.of("p", label).is("label")).add(message);
    }

    private static Tag message(String first, List<Header> headers, Content body) {
        StringBuilder head = new StringBuilder(Printable.line(first));
        headers.forEach(header -> head.append('\n').append(Printable.line(header.name() + ": " + header.value())));
        Tag text = Abbreviation.in(scrolling(), head.toString());
        return body.isEmpty() ? text : text.text("\n\n" + Printable.cut(body.text(), BODY));
    }

    private static Tag silence(Reply.Silence silence) {
        Tag text = scrolling().text(CauseText.silence(silence.reason()));
        return silence.received().isEmpty()
                ? text
                : text.text("\n\nIt begins with:\n"
                        + Printable.of(silence.received().text()));
    }

    // Focusable, so that it scrolls by keyboard.
    private static Tag scrolling() {
        return Tag.of("pre").with("tabindex", "0");
    }

    private static Tag command(String text) {
        return scrolling().is("command").text(text);
    }
}
