package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.http.Connector;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.report.Masking;
import dev.casesaudit.conformance.report.Reports;
import dev.casesaudit.conformance.report.Style;
import dev.casesaudit.conformance.report.TerminalReport;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.KnownFailuresReader;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.target.TargetProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a target. */
@Command(name = "run", description = "Judges a target and says whether it is conformant.", sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private final CommandContext around;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--level",
            paramLabel = "must|should",
            defaultValue = "must",
            description = "The weakest level whose findings fail the run; 'must' by default.")
    private Level level = Level.MUST;

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Requirements that may fail: a YAML list, each entry with an id and a reason.")
    private @Nullable Path knownFailures;

    @Option(names = "--report-dir", paramLabel = "DIR", description = "Write the reports as files, too.")
    private @Nullable Path reports;

    RunCommand(CommandContext around) {
        this.around = around;
    }

    @Override
    public Integer call() throws UnusableInput {
        Kit kit = around.kit().get();
        Selection selected = selection.of(kit.catalogue());
        TargetProfile profile = target.profile(around.environment());
        KnownFailures known = knownFailures == null
                ? KnownFailures.NONE
                : new KnownFailuresReader(kit.catalogue()).read(knownFailures);
        Connector connector = Connector.to(profile.endpoint(), around.environment());
        makeFolder();
        connector.proxy().ifPresent(proxy -> around.err().printf(Locale.ROOT, "Requests go by the proxy %s%n", proxy));
        RunReport report = judge(kit.through(Probes.restAssured(connector)), profile, selected, known);
        return tell(report, kit);
    }

    // Each output for itself: one that cannot be written keeps no other from being so, and does not change the verdict.
    private int tell(RunReport report, Kit kit) {
        Style style = around.colour() ? Style.COLOUR : Style.PLAIN;
        around.out().print(TerminalReport.render(Masking.mask(report), kit.catalogue(), style));
        around.out().flush();
        int code = report.verdict().exitCode();
        Path folder = reports;
        if (folder != null) {
            code = write(code, () -> {
                Reports.write(report, kit.coverage(), kit.catalogue(), folder);
                around.err().printf(Locale.ROOT, "The reports are in %s%n", folder);
            });
        }
        String summary = around.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!summary.isEmpty()) {
            code = write(code, () -> Reports.appendSummary(report, kit.catalogue(), Path.of(summary)));
        }
        return code;
    }

    private int write(int code, Runnable output) {
        try {
            output.run();
            return code;
        } catch (UncheckedIOException | InvalidPathException e) {
            return new Failures(around.err()).output(String.valueOf(e.getMessage()), code);
        }
    }

    // Before the run, which would otherwise be for nothing.
    private void makeFolder() throws UnusableInput {
        if (reports == null) {
            return;
        }
        try {
            Files.createDirectories(reports);
        } catch (IOException e) {
            throw UnusableInput.of("--report-dir", "a folder, or a place for one", "'" + reports + "'");
        }
        if (!Files.isWritable(reports)) {
            throw UnusableInput.of("--report-dir", "a folder that can be written to", "'" + reports + "'");
        }
    }

    private RunReport judge(Kit kit, TargetProfile profile, Selection selected, KnownFailures known) {
        ProgressLine progress = new ProgressLine(around.err(), around.animated());
        progress.begin(String.format(
                Locale.ROOT,
                "Judging %s as '%s', by contract %s",
                profile.endpoint(),
                profile.name(),
                kit.contract().hash()));
        RunReport report = kit.judge(profile, selected, level, known, progress);
        progress.end();
        return report;
    }
}
