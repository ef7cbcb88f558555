package dev.casesaudit.benchmark.report;

import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Result.Measured;
import dev.casesaudit.benchmark.result.Result.Skipped;
import dev.casesaudit.benchmark.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;

/** Appends runs to a page for each day. */
public final class HistoryFile {

    private HistoryFile() {}

    /** Appends a run to the page of its day, and returns the page. */
    public static Path append(Run run, Path folder) throws IOException {
        Path page = Files.createDirectories(folder).resolve(run.day() + ".md");
        StringBuilder text = new StringBuilder();
        if (!Files.exists(page)) {
            text.append("# Benchmarks of %s\n".formatted(run.day()));
        }
        text.append("\n## %s\n\n".formatted(run.timeText()));
        run.facts().forEach(fact -> text.append("- %s: %s\n".formatted(fact.name(), fact.value())));
        text.append("\n| what | median | limit | | of |\n|---|---|---|---|---|\n");
        run.chapters().stream()
                .flatMap(chapter -> chapter.results().stream())
                .map(HistoryFile::row)
                .forEach(text::append);
        return Files.writeString(page, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String row(Result result) {
        if (result instanceof Measured measured) {
            return "| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            measured.name(),
                            measured.figure().text(),
                            measured.limitText(),
                            verdict(measured),
                            measured.parts().stream()
                                    .map(part -> part.name() + " " + part.text())
                                    .collect(Collectors.joining("; ")));
        }
        return "| %s | | | not measured | %s |\n".formatted(result.name(), ((Skipped) result).reason());
    }

    private static String verdict(Measured measured) {
        return switch (measured.verdict()) {
            case MISSED -> "**missed**";
            case INFORMS -> "";
            default -> measured.verdict().words();
        };
    }
}
