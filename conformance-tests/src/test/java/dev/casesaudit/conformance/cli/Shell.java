package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Kit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Runs commands of a small kit: three requirements, of which one holds wherever there is an answer. */
final class Shell {

    static final Catalogue CATALOGUE = Catalogue.parse("""
            sources:
              D: {title: The reference, url: https://docs.example/reference}
            requirements:
              - id: request-max-results-is-bounded
                level: MUST
                statement: A page size past the maximum is refused.
                source: [D]
                hint: The value is often clamped.
              - id: response-has-events
                level: MUST
                statement: A page has events.
                source: [D]
                hint: The list is often left out.
              - id: response-is-fast
                level: SHOULD
                statement: A page comes soon.
                source: [D]
                hint: Encode once.
              - statement: A token lives for a time.
                source: [D]
                excluded: No time is named.
            """);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();
    private boolean terminal;
    private Supplier<Kit> kit = () -> kit("response-is-fast");

    /** A kit whose checks of these ids find something, and whose others pass. */
    static Kit kit(String... failing) {
        Set<String> broken = Set.of(failing);
        List<Check> checks = CATALOGUE.ids().stream()
                .map(id -> (Check) new Fixed(id, broken.contains(id)))
                .toList();
        return new Kit(Contract.read(), CATALOGUE, checks);
    }

    Shell with(Supplier<Kit> other) {
        kit = other;
        return this;
    }

    Shell in(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Shell onATerminal() {
        terminal = true;
        return this;
    }

    int run(String... args) {
        return Main.run(
                new Surroundings(new PrintWriter(out, true), new PrintWriter(err, true), environment, terminal, kit),
                args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    private record Fixed(String id, boolean fails) implements Check {

        @Override
        public Set<Cell> covers(Contract contract) {
            return id.startsWith("request-")
                    ? Set.of(new Cell(Contract.INPUT + ".maxResults", Keyword.RANGE, Boundary.ABOVE))
                    : Set.of();
        }

        @Override
        public Set<String> provokes() {
            return id.startsWith("request-") ? Set.of("ValidationException") : Set.of();
        }

        @Override
        public Outcome run(Trial trial) throws ProbeFailure {
            return fails
                    ? trial.withAnyCase(
                            one -> Outcome.failed(Finding.of(trial.once(trial.history(one)), "something else", "this")))
                    : Outcome.of(List.of());
        }
    }
}
