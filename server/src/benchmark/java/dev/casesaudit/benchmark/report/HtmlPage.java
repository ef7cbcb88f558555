package dev.casesaudit.benchmark.report;

import dev.casesaudit.benchmark.result.Result;
import dev.casesaudit.benchmark.result.Result.Measured;
import dev.casesaudit.benchmark.result.Result.Skipped;
import dev.casesaudit.benchmark.result.Result.Verdict;
import dev.casesaudit.benchmark.result.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the results as one self-contained HTML page. */
public final class HtmlPage {

    private static final String PAGE = "report.html";

    private HtmlPage() {}

    public static void write(Run run, Path file) throws IOException {
        String facts = run.facts().stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n".formatted(Html.escape(fact.name()), Html.escape(fact.value())))
                .collect(Collectors.joining());
        String chapters = run.chapters().stream().map(HtmlPage::chapter).collect(Collectors.joining());
        Files.writeString(
                file,
                template()
                        .replace("{time}", run.timeText())
                        .replace("{summary}", summary(run))
                        .replace("{facts}", facts)
                        .replace("{chapters}", chapters));
    }

    private static String template() {
        try (InputStream page = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(PAGE), PAGE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String summary(Run run) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.INFORMS)
                .map(verdict -> String.format(Locale.ROOT, "%d %s", count(run, verdict), verdict.words()))
                .collect(Collectors.joining(", "));
    }

    private static long count(Run run, Verdict verdict) {
        return run.chapters().stream()
                .flatMap(chapter -> chapter.results().stream())
                .filter(result -> result.verdict() == verdict)
                .count();
    }

    private static String chapter(Run.Chapter chapter) {
        return "<h2>%s</h2>\n%s"
                .formatted(
                        Html.escape(chapter.name()),
                        chapter.results().stream().map(HtmlPage::result).collect(Collectors.joining()));
    }

    private static String result(Result result) {
        String body = result instanceof Measured measured
                ? limit(measured) + Chart.svg(measured)
                : "<p>%s</p>\n".formatted(Html.escape(((Skipped) result).reason()));
        return "<section>\n<h3>%s <span class=\"%s\">%s</span></h3>\n%s</section>\n"
                .formatted(
                        Html.escape(result.name()),
                        result.verdict().name().toLowerCase(Locale.ROOT),
                        result.verdict().words(),
                        body);
    }

    private static String limit(Measured measured) {
        String figure = "<p><b>%s</b>%s</p>\n";
        return figure.formatted(
                Html.escape(measured.figure().text()),
                measured.limit()
                        .map(limit -> Html.escape(", limit " + measured.limitText()))
                        .orElse(""));
    }
}
