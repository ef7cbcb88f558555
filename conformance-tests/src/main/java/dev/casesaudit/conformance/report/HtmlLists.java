package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.requirement.Exclusion;
import dev.casesaudit.conformance.run.PreflightStep;
import java.util.List;

/** The lists of the page: preflight, exclusions and observations. */
final class HtmlLists {

    private HtmlLists() {}

    static Tag preflight(List<PreflightStep> steps) {
        Tag list = Tag.of("ol").is("preflight");
        for (PreflightStep step : steps) {
            String state = step.state().label();
            list.add(Tag.of("li")
                    .add(Tag.of("span", state).is("badge " + state))
                    .add(Tag.of("strong", step.name()))
                    .add(Tag.of("span", step.detail())));
        }
        return list;
    }

    static Tag exclusions(List<Exclusion> exclusions) {
        Tag body = Tag.of("tbody");
        for (Exclusion exclusion : exclusions) {
            Tag sources = Tag.of("td");
            exclusion.sources().forEach(source -> sources.add(HtmlRequirements.link(source)));
            body.add(Tag.of("tr")
                    .add(Tag.of("th", exclusion.statement()).with("scope", "row"))
                    .add(Tag.of("td", exclusion.reason()))
                    .add(sources));
        }
        Tag table = Tag.of("table")
                .is("texts")
                .add(Tag.of("caption", "Sentences of the documents that no check tries")
                        .is("unseen"))
                .add(HtmlRequirements.head("Sentence", "Why no check tries it", "Source"))
                .add(body);
        return exclusions.isEmpty() ? Tag.of("p", "None.") : HtmlRequirements.scrolling("Exclusions", table);
    }

    static Tag observations(List<Observation> observations) {
        Tag list = Tag.of("dl").is("recorded");
        for (Observation one : observations) {
            list.add(Tag.of("div")
                    .add(Tag.of("dt", one.question()).add(Tag.of("code", one.id())))
                    .add(Tag.of("dd", one.answer())));
        }
        return observations.isEmpty() ? Tag.of("p", "None; only a run of all requirements asks the questions.") : list;
    }
}
