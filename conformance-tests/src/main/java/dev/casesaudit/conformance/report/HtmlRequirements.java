package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of requirements, what it can be filtered by, and how long each took. */
final class HtmlRequirements {

    private static final int SLOWEST = 10;

    private HtmlRequirements() {}

    static Tag table(RunReport run) {
        if (run.results().isEmpty()) {
            return Tag.of("p", "None was tried.");
        }
        // Narrow windows fold its rows, which would otherwise be no rows of a table any more.
        Tag body = Tag.of("tbody").with("role", "rowgroup");
        run.results().forEach(result -> body.add(row(result)));
        return Tag.of("table")
                .is("requirements")
                .with("role", "table")
                .with("id", "requirement-table")
                .add(Tag.of("caption", "Every requirement that was tried").is("unseen"))
                .add(head("Standing", "Requirement", "Level", "Requests", "Time"))
                .add(body);
    }

    private static Tag row(Result result) {
        String id = result.requirement().id();
        Tag name = Tag.of("th").with("scope", "row").with("role", "rowheader").with("id", "requirement-" + id);
        boolean card = result.standing() != Standing.PASSED && result.standing() != Standing.NOT_TRIED;
        name.add(card ? Tag.of("a", id).with("href", "#finding-" + id) : Tag.of("span", id));
        name.add(Tag.of("p", result.requirement().statement()));
        return Tag.of("tr")
                .with("role", "row")
                .with("data-area", result.requirement().area().label())
                .with("data-level", result.requirement().level().name())
                .with("data-standing", result.standing().label())
                .add(Tag.of("td").with("role", "cell").add(HtmlFindings.badge(result.standing())))
                .add(name)
                .add(Tag.of("td", result.requirement().level().name()).with("role", "cell"))
                .add(number("requests", Integer.toString(result.requests())))
                .add(number("time", Millis.of(result.took())));
    }

    // The names are for narrow windows, where the heads of the columns are not shown.
    private static Tag number(String name, String value) {
        return Tag.of("td", value).is("number").with("role", "cell").with("data-name", name);
    }

    static Tag head(String... columns) {
        Tag row = Tag.of("tr");
        for (String column : columns) {
            row.add(Tag.of("th", column).with("scope", "col"));
        }
        return Tag.of("thead").add(row);
    }

    static String areas() {
        return options(Arrays.stream(Area.values()).map(Area::label).toList());
    }

    static String standings() {
        return options(Arrays.stream(Standing.values()).map(Standing::label).toList());
    }

    private static String options(List<String> labels) {
        StringBuilder options = new StringBuilder();
        labels.forEach(label -> options.append(Tag.of("option", label).with("value", label)));
        return options.toString();
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
                        .add(number("requests", Integer.toString(result.requests())))
                        .add(number("time", Millis.of(result.took())))
                        .add(Tag.of("td").is("length").add(length(result.took().toMillis(), longest)))));
        Tag table = Tag.of("table")
                .is("slowest")
                .add(Tag.of("caption", "The slowest").is("unseen"))
                .add(head("Requirement", "Requests", "Time", "In proportion"))
                .add(body);
        String sum = "%s in %s; requests that several checks share count for the first of them."
                .formatted(Words.count(run.requests(), "request"), Millis.of(run.took()));
        return Tag.of("div").add(Tag.of("p", sum)).add(scrolling("The slowest requirements", table));
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

    /** Returns a box in which something wide scrolls, for those who have no mouse too. */
    static Tag scrolling(String label, Tag content) {
        return Tag.of("div")
                .is("scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", label)
                .add(content);
    }
}
