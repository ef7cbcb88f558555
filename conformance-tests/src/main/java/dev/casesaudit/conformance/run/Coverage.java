package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which check tries which boundary of which constraint, and which provokes which error. Known without a target.
 *
 * @param rows one for each constraint of the contract, in the contract's order
 * @param errors the ids of the checks that provoke each error of the contract, by its name; empty lists where none does
 */
public record Coverage(List<Row> rows, Map<String, List<String>> errors) {

    /**
     * A constraint and its boundaries.
     *
     * @param checks the ids of the checks for each boundary that the constraint has; empty lists where none tries it
     */
    public record Row(Constraint constraint, Map<Boundary, List<String>> checks) {}

    public static Coverage of(Contract contract, List<Check> checks) {
        Map<Cell, List<String>> byCell = new LinkedHashMap<>();
        Map<String, List<String>> byError = new LinkedHashMap<>();
        contract.errors().forEach(error -> byError.put(error.name(), new ArrayList<>()));
        for (Check check : checks) {
            check.covers(contract)
                    .forEach(cell -> byCell.computeIfAbsent(cell, key -> new ArrayList<>())
                            .add(check.id()));
            check.provokes()
                    .forEach(name -> byError.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(check.id()));
        }
        List<Row> rows = new ArrayList<>();
        for (Constraint constraint : contract.constraints()) {
            Map<Boundary, List<String>> ids = new EnumMap<>(Boundary.class);
            constraint.cells().forEach(cell -> ids.put(cell.boundary(), byCell.getOrDefault(cell, List.of())));
            rows.add(new Row(constraint, ids));
        }
        return new Coverage(List.copyOf(rows), byError);
    }

    /** Returns what no check tries: boundaries of constraints, and errors. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (Row row : rows) {
            row.checks().forEach((boundary, ids) -> {
                if (ids.isEmpty()) {
                    gaps.add(
                            new Cell(row.constraint().member(), row.constraint().keyword(), boundary).toString());
                }
            });
        }
        errors.forEach((name, ids) -> {
            if (ids.isEmpty()) {
                gaps.add("the error " + name);
            }
        });
        return gaps;
    }
}
