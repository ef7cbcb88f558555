package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.capture.Capture;
import dev.casesaudit.conformance.capture.CaptureFailure;
import dev.casesaudit.conformance.capture.CaptureReport;
import dev.casesaudit.conformance.capture.CaptureSettings;
import dev.casesaudit.conformance.capture.Mask;
import dev.casesaudit.conformance.capture.Times;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Connector;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "capture",
        description = "Reads histories of a target into a fixture file of the mock.",
        customSynopsis = Main.NAME + " capture --domain=ID --case=ID --out=FILE [OPTIONS]",
        sortOptions = false)
final class CaptureCommand implements Callable<Integer> {

    enum DriftOption {
        DROP,
        KEEP
    }

    private final CommandContext context;

    @Option(names = "--case", paramLabel = "ID", required = true, description = "The case to read. May be repeated.")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write, in YAML.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Option(
            names = "--mask",
            paramLabel = "KIND",
            split = ",",
            description = "Mask values: strings, arns, entities. Equal ones stay equal.")
    private Set<Mask> masks = new LinkedHashSet<>();

    @Option(
            names = "--times",
            paramLabel = "keep|shift=TIME",
            defaultValue = "keep",
            description = "Shift times, as in shift=2026-01-01 or shift=-90d.")
    private Times times = new Times.Kept();

    @Option(
            names = "--drift",
            paramLabel = "drop|keep",
            defaultValue = "drop",
            description = "Keep what fixtures cannot hold as comments. Default: drop.")
    private DriftOption drift = DriftOption.DROP;

    @Option(names = "--max-events", paramLabel = "N", description = "The most events of each case.")
    private long maxEvents = Long.MAX_VALUE;

    @Option(names = "--max-pages", paramLabel = "N", description = "The most pages of each case.")
    private long maxPages = Long.MAX_VALUE;

    @Mixin
    private final EndpointOptions target = new EndpointOptions();

    CaptureCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput {
        requireUsable();
        Contract contract = Contract.read();
        List<String> caseIds = caseIds(contract);
        TargetProfile profile = target.profile(context.environment(), Map.of(Role.SOME_EVENTS.label(), caseIds.get(0)));
        String domainId = profile.find(Role.SOME_EVENTS).orElseThrow().domainId();
        Connector connector = Connector.to(profile.endpoint(), context.environment());
        connector.proxy().ifPresent(proxy -> context.err().printf(Locale.ROOT, "Requests use the proxy %s%n", proxy));
        Signer signer = Kit.signer(profile);
        ProgressLine progress = new ProgressLine(context.err(), context.animated());
        progress.begin(String.format(
                Locale.ROOT, "Reading %s of %s", Words.count(caseIds.size(), "case"), profile.endpoint()));
        try (Probe probe = Probes.restAssured(connector).to(profile.endpoint(), signer, profile.limits())) {
            if (signer instanceof SigV4Signer sigV4) {
                sigV4.requireCredentials();
            }
            CaptureSettings settings =
                    new CaptureSettings(masks, times, drift == DriftOption.KEEP, maxPages, maxEvents);
            CaptureReport report = new Capture(profile, probe, contract, settings, progress::read)
                    .write(domainId, caseIds, out, force);
            progress.end();
            tell(report);
            return 0;
        } catch (CaptureFailure e) {
            progress.end();
            return failed(String.valueOf(e.getMessage()));
        } catch (SigV4Signer.NoCredentials e) {
            progress.end();
            return failed(SigV4Signer.NO_CREDENTIALS);
        } catch (IOException e) {
            progress.end();
            return new Failures(context.err())
                    .output(String.format(Locale.ROOT, "%s cannot be written: %s", out, e), 0);
        }
    }

    private int failed(String reason) {
        return new Failures(context.err()).output("nothing was written: " + reason, Verdict.NOT_JUDGED.exitCode());
    }

    private void tell(CaptureReport report) {
        context.out()
                .printf(
                        Locale.ROOT,
                        "Wrote %s of %s to %s%n",
                        Words.count(report.events(), "event"),
                        Words.count(report.cases().size(), "case"),
                        out);
        report.lines().forEach(context.out()::println);
        if (report.masks().isEmpty()) {
            context.out().println("Before you share it: --mask strings,arns,entities masks personal data.");
        }
        context.out().printf(Locale.ROOT, "The mock loads it with --fixtures %s%n", out);
    }

    // Before the first request, which would be in vain otherwise.
    private void requireUsable() throws UnusableInput {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        Path folder = out.toAbsolutePath().getParent();
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw UnusableInput.of("--out", "a file whose name ends in .yaml or .yml", "'" + out + "'");
        }
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS) && !(force && Files.isRegularFile(out))) {
            throw UnusableInput.of(
                    "--out",
                    "no file of that name",
                    Files.isRegularFile(out) ? "one; use --force to overwrite it" : "something that is no file");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw UnusableInput.of("--out", "a place in a folder that can be written to", "'" + out + "'");
        }
        if (maxEvents < 1) {
            throw UnusableInput.of("--max-events", "a whole number from 1", Long.toString(maxEvents));
        }
        if (maxPages < 1) {
            throw UnusableInput.of("--max-pages", "a whole number from 1", Long.toString(maxPages));
        }
    }

    private List<String> caseIds(Contract contract) throws UnusableInput {
        Constraint length = contract.ofInput("caseId", Keyword.LENGTH);
        for (String id : cases) {
            int points = id.codePointCount(0, id.length());
            if (points < length.minimum() || points > length.maximum()) {
                throw UnusableInput.of("--case", "an id of " + length.allowed(), points + " code points");
            }
        }
        return List.copyOf(new LinkedHashSet<>(cases));
    }
}
