package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.http.Connector;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.report.Masking;
import dev.casesaudit.conformance.report.Reports;
import dev.casesaudit.conformance.report.Style;
import dev.casesaudit.conformance.report.TerminalReport;
import dev.casesaudit.conformance.requirement.Catalogue;
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

@Command(name = "run", description = "Judges whether a target is conformant.", sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--writes",
            description = "Also try the area recording: create a case in the target, edit it and delete it.")
    private boolean writes;

    @Option(
            names = "--level",
            paramLabel = "must|should",
            defaultValue = "must",
            description = "The weakest level whose findings fail the run. Default: must.")
    private Level level = Level.MUST;

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "A YAML list of requirements that may fail, each with an id and a reason.")
    private @Nullable Path knownFailures;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Also write the reports as files into this directory.")
    private @Nullable Path reports;

    RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput {
        Kit kit = context.kit().get();
        Selection selected = selection.of(kit.catalogue(), writes);
        TargetProfile profile = target.profile(context.environment());
        if (writes) {
            WritesSection.require(profile);
        }
        KnownFailures known = knownFailures == null
                ? KnownFailures.NONE
                : new KnownFailuresReader(kit.catalogue()).read(knownFailures);
        Connector connector = Connector.to(profile.endpoint(), context.environment());
        makeFolder();
        connector.proxy().ifPresent(proxy -> context.err().printf(Locale.ROOT, "Requests use the proxy %s%n", proxy));
        RunReport report = judge(kit.through(Probes.restAssured(connector)), profile, selected, known);
        return tell(report, kit, writes ? kit.catalogue() : kit.catalogue().readOnly());
    }

    // An output that cannot be written does not prevent the others, nor change the verdict.
    private int tell(RunReport report, Kit kit, Catalogue catalogue) {
        Style style = context.colour() ? Style.COLOUR : Style.PLAIN;
        context.out().print(TerminalReport.render(Masking.mask(report), catalogue, style));
        context.out().flush();
        int code = report.verdict().exitCode();
        Path folder = reports;
        if (folder != null) {
            code = write(code, () -> {
                Reports.write(report, kit.coverage(), catalogue, folder);
                context.err().printf(Locale.ROOT, "The reports are in %s%n", folder);
            });
        }
        String summary = context.environment().getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (!summary.isEmpty()) {
            code = write(code, () -> Reports.appendSummary(report, catalogue, Path.of(summary)));
        }
        return code;
    }

    private int write(int code, Runnable output) {
        try {
            output.run();
            return code;
        } catch (UncheckedIOException | InvalidPathException e) {
            return new Failures(context.err()).output(String.valueOf(e.getMessage()), code);
        }
    }

    // Before the run, which would be lost otherwise.
    private void makeFolder() throws UnusableInput {
        if (reports == null) {
            return;
        }
        try {
            Files.createDirectories(reports);
        } catch (IOException e) {
            throw UnusableInput.of("--report-dir", "a folder, or a path where one can be created", "'" + reports + "'");
        }
        if (!Files.isWritable(reports)) {
            throw UnusableInput.of("--report-dir", "a folder that can be written to", "'" + reports + "'");
        }
    }

    private RunReport judge(Kit kit, TargetProfile profile, Selection selected, KnownFailures known) {
        ProgressLine progress = new ProgressLine(context.err(), context.animated());
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
