package dev.casesaudit.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.conformance.run.Coverage;
import dev.casesaudit.conformance.run.Kit;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "coverage",
        description =
                "Shows which check tries which boundary of the contract. Needs no target. Exit code 1 if there is a gap.")
final class CoverageCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    CoverageCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Kit kit = context.kit().get();
        Coverage coverage = kit.coverage();
        if (json) {
            context.out()
                    .println(JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(asJson(coverage, kit.contract().hash())));
        } else {
            coverage.rows().forEach(this::tell);
            tellErrors(coverage);
            tellGaps(coverage.gaps());
        }
        return coverage.gaps().isEmpty() ? 0 : 1;
    }

    private void tell(Coverage.Row row) {
        PrintWriter out = context.out();
        out.printf(
                Locale.ROOT,
                "%s, %s: %s%n",
                row.constraint().member(),
                row.constraint().keyword().label(),
                row.constraint().allowed());
        row.checks().forEach((boundary, ids) -> out.printf(Locale.ROOT, "  %-12s%s%n", boundary.label(), listed(ids)));
    }

    private void tellErrors(Coverage coverage) {
        context.out().println("errors");
        int width = coverage.errors().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        coverage.errors()
                .forEach((name, ids) -> context.out()
                        .printf(Locale.ROOT, "  %s%s  %s%n", name, " ".repeat(width - name.length()), listed(ids)));
    }

    private void tellGaps(List<String> gaps) {
        context.out().println();
        if (gaps.isEmpty()) {
            context.out().println("Every boundary and every error is tried.");
        } else {
            context.out().printf(Locale.ROOT, "Not tried, %d:%n", gaps.size());
            gaps.forEach(gap -> context.out().printf(Locale.ROOT, "  %s%n", gap));
        }
    }

    private static String listed(List<String> ids) {
        return ids.isEmpty() ? "-" : String.join(", ", ids);
    }

    private static Map<String, Object> asJson(Coverage coverage, String contract) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("contract", contract);
        document.put(
                "constraints",
                coverage.rows().stream().map(CoverageCommand::asJson).toList());
        document.put("errors", coverage.errors());
        document.put("gaps", coverage.gaps());
        return document;
    }

    private static Map<String, Object> asJson(Coverage.Row row) {
        Map<String, Object> boundaries = new LinkedHashMap<>();
        row.checks().forEach((boundary, ids) -> boundaries.put(boundary.label(), ids));
        Map<String, Object> constraint = new LinkedHashMap<>();
        constraint.put("member", row.constraint().member());
        constraint.put("keyword", row.constraint().keyword().label());
        constraint.put("allowed", row.constraint().allowed());
        constraint.put("boundaries", boundaries);
        return constraint;
    }
}
