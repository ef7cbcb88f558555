package dev.casesaudit.benchmark.report;

import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Result.Measured;
import dev.casesaudit.benchmark.result.Result.Skipped;
import dev.casesaudit.benchmark.result.Run.Chapter;
import dev.casesaudit.benchmark.result.Series;
import java.io.PrintStream;
import java.util.Locale;

/** Prints the results. */
public record Table(PrintStream out) {

    private static final String LINE = "%-74s %16s  %-14s %s%n";

    /** Prints the results of a section, each followed by its parts. */
    public void print(Chapter chapter) {
        out.printf(Locale.ROOT, LINE, chapter.name(), "median", "limit", "");
        for (Result result : chapter.results()) {
            if (result instanceof Measured measured) {
                print(measured);
            } else if (result instanceof Skipped skipped) {
                out.printf(Locale.ROOT, LINE, "  " + skipped.name(), "", "", "not measured: " + skipped.reason());
            }
        }
        out.println();
    }

    private void print(Measured measured) {
        String verdict = switch (measured.verdict()) {
            case MISSED -> "MISSED";
            case INFORMS -> "";
            default -> measured.verdict().words();
        };
        out.printf(Locale.ROOT, LINE, "  " + measured.name(), measured.figure().text(), measured.limitText(), verdict);
        for (Series part : measured.parts()) {
            out.printf(Locale.ROOT, "      %-70s %16s%n", part.name(), part.text());
        }
    }
}
