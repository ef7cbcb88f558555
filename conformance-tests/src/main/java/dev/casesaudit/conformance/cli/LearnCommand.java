package dev.casesaudit.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.recording.ObservedRecording;
import dev.casesaudit.conformance.http.Connector;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.report.Printable;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.target.TargetProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "learn",
        description =
                "Edits a case of its own and writes down what the target records, as a recording file of the mock.",
        sortOptions = false)
final class LearnCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--writes", required = true, description = "Allow the kit to create, edit and delete a case.")
    @SuppressWarnings("UnusedVariable") // picocli requires it
    private boolean writes;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write, in YAML.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Mixin
    private final TargetOptions target = new TargetOptions();

    LearnCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput {
        if (!force && Files.exists(out)) {
            throw UnusableInput.of("--out", "a file that does not exist, or --force", "'" + out + "'");
        }
        TargetProfile profile = target.profile(context.environment());
        WritesSection.require(profile);
        Connector connector = Connector.to(profile.endpoint(), context.environment());
        connector.proxy().ifPresent(proxy -> context.err().printf(Locale.ROOT, "Requests use the proxy %s%n", proxy));
        ProgressLine progress = new ProgressLine(context.err(), context.animated());
        progress.begin(String.format(Locale.ROOT, "Learning from %s", profile.endpoint()));
        try {
            if (Kit.signer(profile) instanceof SigV4Signer sigV4) {
                sigV4.requireCredentials();
            }
            ObservedRecording observed =
                    context.kit().get().through(Probes.restAssured(connector)).learn(profile, progress);
            progress.end();
            if (observed.answers().isEmpty()) {
                return failed(String.join("; ", observed.notes()));
            }
            String source = String.format(
                    Locale.ROOT, "kit learn at %s on %s", profile.endpoint(), LocalDate.now(ZoneOffset.UTC));
            Files.writeString(out, yaml(observed, source));
            Files.writeString(out.resolveSibling(EditorSchema.RECORDING.fileName()), EditorSchema.RECORDING.text());
            context.out()
                    .printf(
                            Locale.ROOT,
                            "Wrote %s: %d rules observed%n",
                            out,
                            observed.answers().size());
            return 0;
        } catch (SigV4Signer.NoCredentials e) {
            progress.end();
            return failed(SigV4Signer.NO_CREDENTIALS);
        } catch (ProbeFailure e) {
            progress.end();
            return failed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw UnusableInput.of("--out", "a file that can be written", e.toString());
        }
    }

    private int failed(String reason) {
        context.err().printf(Locale.ROOT, "%s: nothing was learned: %s%n", Main.NAME, Printable.line(reason));
        return Verdict.NOT_JUDGED.exitCode();
    }

    // Every rule of the schema has an answer. The first one is the choice of the mock.
    private static String yaml(ObservedRecording observed, String source) throws UnusableInput {
        StringBuilder text = new StringBuilder(EditorSchema.RECORDING.firstLine());
        text.append(
                "# What an endpoint recorded of the edits of the kit. Rules that it did not show are choices of the mock.\n#\n");
        observed.notes()
                .forEach(note -> text.append("# ").append(Printable.line(note)).append('\n'));
        JsonNode groups = Documents.packaged(EditorSchema.class, "/schemas/" + EditorSchema.RECORDING.fileName())
                .path("properties");
        for (Map.Entry<String, JsonNode> group : groups.properties()) {
            if (group.getKey().startsWith("$")) {
                continue;
            }
            text.append('\n').append(group.getKey()).append(":\n");
            for (Map.Entry<String, JsonNode> rule :
                    group.getValue().path("properties").properties()) {
                String answer = observed.answers().get(group.getKey() + "." + rule.getKey());
                String is = answer == null
                        ? rule.getValue().at("/properties/is/enum/0").asText()
                        : answer;
                String basis =
                        answer == null ? "our choice" : String.format(Locale.ROOT, "observed, source: \"%s\"", source);
                text.append(String.format(Locale.ROOT, "  %s: {is: %s, basis: %s}\n", rule.getKey(), is, basis));
            }
        }
        return text.toString();
    }
}
