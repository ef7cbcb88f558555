package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Kit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Runs commands of a kit with three requirements. One of them holds for any response. */
final class CommandRun {

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

    /** A kit whose checks of some ids fail, and whose others pass. */
    static Kit kit(String... failing) {
        Set<String> broken = Set.of(failing);
        List<Check> checks = CATALOGUE.ids().stream()
                .map(id -> fixed(id, broken.contains(id)))
                .toList();
        return new Kit(Contract.read(), CATALOGUE, checks);
    }

    CommandRun with(Supplier<Kit> other) {
        kit = other;
        return this;
    }

    CommandRun in(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    CommandRun onATerminal() {
        terminal = true;
        return this;
    }

    int run(String... args) {
        return Main.run(
                new CommandContext(new PrintWriter(out, true), new PrintWriter(err, true), environment, terminal, kit),
                args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    private static Check fixed(String id, boolean fails) {
        Check check = new Check(
                id,
                context -> fails
                        ? context.withAnyCase(one -> Outcome.failed(
                                Finding.of(context.sendOnce(context.history(one)), "something else", "this")))
                        : Outcome.of(List.of()));
        return id.startsWith("request-")
                ? check.coveringInput("maxResults", Keyword.RANGE, Boundary.ABOVE)
                        .provoking("ValidationException")
                : check;
    }
}
