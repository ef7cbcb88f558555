package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.run.Coverage;
import dev.casesaudit.conformance.run.RunReport;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The coverage matrix, in a table for each group of constraints with the same boundaries: one table would be mostly
 * empty.
 */
final class HtmlCoverage {

    private final Coverage coverage;
    private final Map<String, String> statuses = new HashMap<>();

    HtmlCoverage(Coverage coverage, RunReport run) {
        this.coverage = coverage;
        run.results()
                .forEach(result ->
                        statuses.put(result.requirement().id(), result.status().label()));
    }

    Tag tables() {
        Map<Set<Boundary>, Tag> bodies = new LinkedHashMap<>();
        for (Coverage.Row row : coverage.rows()) {
            Set<Boundary> columns = columns(row);
            bodies.computeIfAbsent(columns, key -> Tag.of("tbody")).add(row(row, columns));
        }
        Tag all = Tag.of("div").is("matrix");
        bodies.forEach((columns, body) -> all.add(table(columns, body)));
        return all.add(errors());
    }

    // Lengths and ranges share a table.
    private static Set<Boundary> columns(Coverage.Row row) {
        EnumSet<Boundary> limits = EnumSet.of(Boundary.BELOW, Boundary.MINIMUM, Boundary.MAXIMUM, Boundary.ABOVE);
        return row.checks().containsKey(Boundary.MINIMUM)
                ? limits
                : row.checks().keySet();
    }

    private Tag row(Coverage.Row row, Set<Boundary> columns) {
        Tag line = Tag.of("tr")
                .add(Tag.of("th")
                        .with("scope", "row")
                        .add(Tag.of("code", row.constraint().member()))
                        .add(Tag.of(
                                "p",
                                String.format(
                                        Locale.ROOT,
                                        "%s: %s",
                                        row.constraint().keyword().label(),
                                        row.constraint().allowed()))));
        for (Boundary boundary : columns) {
            List<String> ids = row.checks().get(boundary);
            line.add(ids == null ? Tag.of("td", "\u2013").is("void") : cell(ids));
        }
        return line;
    }

    private Tag cell(List<String> ids) {
        Tag cell = Tag.of("td");
        if (ids.isEmpty()) {
            return cell.add(Tag.of("span", "no check").is("chip gap"));
        }
        ids.forEach(id -> cell.add(chip(id)));
        return cell;
    }

    private Tag chip(String id) {
        String status = statuses.getOrDefault(id, "not run");
        String css = "chip " + HtmlReport.cssClass(status);
        return status.equals("not run")
                ? Tag.of("span", id).is(css).with("title", status)
                : Tag.of("a", id).is(css).with("href", "#requirement-" + id).with("title", status);
    }

    private static Tag table(Set<Boundary> columns, Tag body) {
        List<String> heads = columns.stream().map(Boundary::label).toList();
        String title = String.join(", ", heads);
        String[] names = new String[heads.size() + 1];
        Arrays.setAll(names, at -> at == 0 ? "Constraint" : heads.get(at - 1));
        Tag table = Tag.of("table")
                .is(heads.size() > 2 ? "wide" : "")
                .add(Tag.of("caption", "Boundaries: " + title).is("unseen"))
                .add(HtmlRequirements.head(names))
                .add(body);
        return HtmlRequirements.scrolling("Coverage of the boundaries " + title, table);
    }

    private Tag errors() {
        Tag body = Tag.of("tbody");
        coverage.errors()
                .forEach((name, ids) -> body.add(Tag.of("tr")
                        .add(Tag.of("th").with("scope", "row").add(Tag.of("code", name)))
                        .add(cell(ids))));
        Tag table = Tag.of("table")
                .add(Tag.of("caption", "Errors of the contract").is("unseen"))
                .add(HtmlRequirements.head("Error", "provoked by"))
                .add(body);
        return HtmlRequirements.scrolling("Coverage of the errors", table);
    }
}
