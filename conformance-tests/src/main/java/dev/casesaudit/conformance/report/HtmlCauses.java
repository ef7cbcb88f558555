package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The causes, each with one exchange and all its requirements. */
final class HtmlCauses {

    private final RunReport run;
    private final List<Cause> causes;
    private final VerdictText verdictText;
    private final HtmlEvidence evidence;

    HtmlCauses(MaskedReport report, VerdictText verdictText) {
        this.run = report.run();
        this.causes = report.causes();
        this.verdictText = verdictText;
        this.evidence = new HtmlEvidence(report);
    }

    Tag list() {
        Tag all = Tag.of("div").is("causes");
        for (ResultStatus status : Causes.ORDER) {
            List<Cause> own =
                    causes.stream().filter(cause -> cause.status() == status).toList();
            if (!own.isEmpty()) {
                Tag group = Tag.of("div")
                        .is("group")
                        .with("data-status", HtmlReport.cssClass(status.label()))
                        .add(Tag.of("h3", heading(status, own.size())));
                own.forEach(cause -> group.add(cause(cause)));
                all.add(group);
            }
        }
        return causes.isEmpty() ? Tag.of("p", "None: all requirements that were tried hold.") : all;
    }

    private String heading(ResultStatus status, int number) {
        String label = status.label();
        return String.format(
                Locale.ROOT,
                "%s: %s, %s",
                label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
                Words.count(run.count(status), "requirement"),
                Words.count(number, "cause"));
    }

    private Tag cause(Cause cause) {
        Tag summary = Tag.of("summary")
                .add(HtmlEvidence.badge(cause.status()))
                .add(Abbreviation.in(Tag.of("strong").is("what"), cause.text()))
                .add(Tag.of("span", names(cause)).is("count"));
        Tag body = Tag.of("div").is("body").with("id", String.format(Locale.ROOT, "cause-%d", cause.number()));
        cause.evidence().ifPresent(finding -> {
            if (cause.instances().size() > 1) {
                body.add(Tag.of("p")
                        .is("label")
                        .text("One of its exchanges, of ")
                        .add(link(cause.example().id())));
            }
            body.add(evidence.finding(finding)).add(evidence.exchange(finding.evidence()));
        });
        body.add(Tag.of("p", cause.instances().size() == 1 ? "Its requirement:" : "Its requirements:")
                .is("label"));
        cause.variants().forEach((found, instances) -> {
            if (cause.instances().size() > 1 && !found.equals(List.of(cause.text()))) {
                found.forEach(text -> body.add(Abbreviation.in(Tag.of("p").is("variant"), text)));
            }
            Tag list = Tag.of("ul").is("ids");
            instances.forEach(instance ->
                    list.add(Tag.of("li").add(link(instance.id())).text(verdictText.level(instance.result()))));
            body.add(list);
        });
        return Tag.of("details")
                .is("cause")
                .with(
                        "data-level",
                        of(cause, result -> result.requirement().level().name()))
                .with(
                        "data-area",
                        of(cause, result -> result.requirement().area().label()))
                .add(summary)
                .add(body);
    }

    private static String of(Cause cause, Function<Result, String> value) {
        return cause.instances().stream()
                .map(instance -> value.apply(instance.result()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String names(Cause cause) {
        return cause.instances().size() == 1
                ? String.format(
                        Locale.ROOT,
                        "%s, %s",
                        cause.example().id(),
                        verdictText.level(cause.example().result()))
                : verdictText.breaks(cause);
    }

    private static Tag link(String id) {
        return Tag.of("a").with("href", "#requirement-" + id).add(Tag.of("code", id));
    }
}
