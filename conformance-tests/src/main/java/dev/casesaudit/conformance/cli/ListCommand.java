package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Exclusion;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.requirement.Source;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the requirements by area.")
final class ListCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--exclusions", description = "List the exclusions instead: what no check tries, and why.")
    private boolean exclusions;

    ListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = context.kit().get().catalogue();
        if (exclusions) {
            catalogue.exclusions().forEach(this::tell);
        } else {
            for (Area area : Area.values()) {
                tell(area, catalogue.requirements());
            }
        }
        return 0;
    }

    private void tell(Area area, List<Requirement> all) {
        List<Requirement> own = all.stream().filter(one -> one.area() == area).toList();
        PrintWriter out = context.out();
        out.printf(Locale.ROOT, "%s: %s (%d)%n", area.label(), area.about(), own.size());
        int width = own.stream().mapToInt(one -> one.id().length()).max().orElse(0);
        for (Requirement one : own) {
            out.printf(
                    Locale.ROOT,
                    "  %s  %-6s  %s%n",
                    one.id() + " ".repeat(width - one.id().length()),
                    one.level(),
                    one.statement());
        }
        out.println();
    }

    private void tell(Exclusion exclusion) {
        String sources = exclusion.sources().stream().map(Source::title).collect(Collectors.joining("; "));
        context.out()
                .printf(
                        Locale.ROOT,
                        "%s%n  source: %s%n  reason: %s%n%n",
                        exclusion.statement(),
                        sources,
                        exclusion.reason());
    }
}
