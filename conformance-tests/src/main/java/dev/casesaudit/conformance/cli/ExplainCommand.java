package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.run.Kit;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "explain", description = "Explains one requirement: source, level, and the usual cause if it fails.")
final class ExplainCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The id of the requirement.")
    private String id = "";

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput {
        Kit kit = context.kit().get();
        Requirement requirement = Lookup.requirement(kit.catalogue(), "explain", id);
        Check check = kit.check(requirement.id());
        PrintWriter out = context.out();
        out.printf(Locale.ROOT, "%s (%s)%n%n", requirement.id(), requirement.level());
        out.printf(Locale.ROOT, "  %s%n%n", requirement.statement());
        requirement
                .sources()
                .forEach(source ->
                        out.printf(Locale.ROOT, "  source    %s%n            %s%n", source.title(), source.url()));
        out.printf(Locale.ROOT, "  hint      %s%n", requirement.hint());
        check.covers(kit.contract()).forEach(cell -> out.printf(Locale.ROOT, "  tries     %s%n", cell));
        check.provokes().stream().sorted().forEach(error -> out.printf(Locale.ROOT, "  provokes  %s%n", error));
        out.printf(
                Locale.ROOT,
                "%nTo try only this requirement:%n  java -jar %s.jar run --endpoint URL%s --only %s%n",
                Main.NAME,
                requirement.area().writes() ? " --writes" : "",
                requirement.id());
        return 0;
    }
}
