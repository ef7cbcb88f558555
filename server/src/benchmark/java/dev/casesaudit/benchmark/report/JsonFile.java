package dev.casesaudit.benchmark.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.benchmark.result.Limit;
import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Result.Measured;
import dev.casesaudit.benchmark.result.Result.Skipped;
import dev.casesaudit.benchmark.result.Run;
import dev.casesaudit.benchmark.result.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the results with each round of each quantity as JSON. */
public final class JsonFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonFile() {}

    public static void write(Run run, Path file) throws IOException {
        ObjectNode document = JSON.createObjectNode().put("time", run.time().toString());
        ObjectNode facts = document.putObject("facts");
        run.facts().forEach(fact -> facts.put(fact.name(), fact.value()));
        ObjectNode sections = document.putObject("sections");
        for (Run.Chapter chapter : run.chapters()) {
            var results = sections.putArray(chapter.name());
            chapter.results().forEach(result -> results.add(result(result)));
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
    }

    private static ObjectNode result(Result result) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", result.name())
                .put("verdict", result.verdict().words());
        if (result instanceof Measured measured) {
            node.set("figure", series(measured.figure()));
            measured.limit().ifPresent(limit -> node.set("limit", limit(limit)));
            var parts = node.putArray("parts");
            measured.parts().forEach(part -> parts.add(series(part)));
        } else if (result instanceof Skipped skipped) {
            node.put("reason", skipped.reason());
        }
        return node;
    }

    private static ObjectNode limit(Limit limit) {
        String side = limit.side().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return JSON.createObjectNode().put("side", side).put("value", limit.value());
    }

    private static ObjectNode series(Series series) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", series.name())
                .put("unit", series.unit())
                .put("median", series.median());
        var rounds = node.putArray("rounds");
        series.rounds().forEach(rounds::add);
        return node;
    }
}
