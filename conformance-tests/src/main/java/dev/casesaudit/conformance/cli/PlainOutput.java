package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that a run has to tell. */
final class PlainOutput implements Output {

    @Override
    public void tell(RunReport report, PrintWriter out, boolean colour) {
        report.results().forEach(result -> {
            out.printf(
                    "%-14s %s%n",
                    result.standing().label(), result.requirement().id());
            result.findings().forEach(finding -> out.printf("    %s%n", finding));
            if (!result.reason().isEmpty()) {
                out.printf("    %s%n", result.reason());
            }
        });
        out.printf("%s: %s%n", report.verdict().label(), report.because());
    }

    @Override
    public void write(RunReport report, Kit kit, Path directory) throws IOException {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(directory.resolve("report.txt")))) {
            tell(report, file, false);
        }
    }
}
