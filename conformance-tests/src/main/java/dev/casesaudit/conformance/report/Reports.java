package dev.casesaudit.conformance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.run.Coverage;
import dev.casesaudit.conformance.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes all reports of a run. */
public final class Reports {

    private Reports() {}

    /**
     * Writes {@code report.json}, {@code junit.xml}, {@code report.html} with {@code report.css} and {@code report.js},
     * {@code report.md} and {@code profile.json} into a directory, which is created if missing. Files are never written
     * in part.
     *
     * @throws UncheckedIOException if the directory cannot be written; the message has the remedy
     */
    public static void write(RunReport run, Coverage coverage, Catalogue catalogue, Path directory) {
        MaskedReport report = Masking.mask(run);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("report.json", JsonReport.render(report));
        files.put("junit.xml", JunitXmlReport.render(report, catalogue));
        files.put("report.html", HtmlReport.render(report, coverage, catalogue));
        HtmlReport.ASSETS.forEach(name -> files.put(name, HtmlReport.resource(name)));
        files.put("report.md", MarkdownSummary.render(report, catalogue));
        files.put("profile.json", ObservationJson.render(report));
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(directory.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw failure(
                    "the report directory '%s' cannot be written: %s; name another with --report-dir", directory, e);
        }
    }

    /**
     * Appends the short report to a file, such as that of {@code GITHUB_STEP_SUMMARY}.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void appendSummary(RunReport run, Catalogue catalogue, Path file) {
        String summary = "\n" + MarkdownSummary.render(Masking.mask(run), catalogue);
        try {
            Files.write(file, summary.getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failure("the summary cannot be appended to '%s': %s; correct or unset GITHUB_STEP_SUMMARY", file, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(part, text.getBytes(UTF_8));
            Files.move(part, file, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static UncheckedIOException failure(String sentence, Path path, IOException problem) {
        String reason = problem instanceof FileAlreadyExistsException ? "it is a file" : reason(problem);
        return new UncheckedIOException(String.format(Locale.ROOT, sentence, path, reason), problem);
    }

    private static String reason(IOException problem) {
        String kind = problem.getClass().getSimpleName().replace("Exception", "");
        return String.format(Locale.ROOT, "%s (%s)", problem.getMessage(), kind);
    }
}
