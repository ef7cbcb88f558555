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
 * Which checks try which boundary, and which checks provoke which error.
 *
 * @param rows one row for each constraint, in the order of the contract
 * @param errors by the name of each error of the contract, the ids of the checks that provoke it
 */
public record Coverage(List<Row> rows, Map<String, List<String>> errors) {

    /**
     * A constraint and its boundaries.
     *
     * @param checks by each boundary of the constraint, the ids of the checks that try it
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

    /** Returns the boundaries and errors that no check tries. */
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
