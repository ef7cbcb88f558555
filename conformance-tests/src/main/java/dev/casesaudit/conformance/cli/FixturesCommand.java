package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.wiremock.Export;
import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the seeded world out for others to load. */
@Command(
        name = "fixtures",
        description = "Writes the seeded world out: as fixture files of the mock, and as WireMock mappings.",
        mixinStandardHelpOptions = true)
public final class FixturesCommand implements Callable<Integer> {

    /** The folder of the mappings, so that the mock does not take them for fixtures. */
    private static final String WIREMOCK = "wiremock";

    /** What to write. */
    enum Format {
        FIXTURES,
        WIREMOCK,
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // Picocli sets it.
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.BOTH;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where to, made where it is missing (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("seeded-world");

    @Option(names = "--force", description = "Overwrites files that are there.")
    private boolean force;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Map<String, byte[]> files = files();
            new OutputFolder(directory, force).write(files);
            out.printf(Locale.ROOT, "Wrote %d files to %s%n", files.size(), directory);
            hints().forEach(out::println);
            return Verdict.CONFORMANT.exitCode();
        } catch (OutputFolder.Refused e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Verdict.USAGE.exitCode();
        } catch (IOException e) {
            spec.commandLine().getErr().printf("%s cannot be written: %s%n", directory, e.getMessage());
            return Verdict.USAGE.exitCode();
        }
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (format != Format.WIREMOCK) {
            for (String file : World.files()) {
                try (InputStream in = World.open(file)) {
                    files.put(file, in.readAllBytes());
                }
            }
        }
        if (format != Format.FIXTURES) {
            Export.of(World.read(), Contract.read())
                    .forEach((path, content) -> files.put(WIREMOCK + "/" + path, content));
        }
        return files;
    }

    private List<String> hints() {
        String fixtures = "The mock loads them with -Dcases.fixtures=" + directory;
        String wiremock = "WireMock serves them with --root-dir " + directory.resolve(WIREMOCK);
        return switch (format) {
            case FIXTURES -> List.of(fixtures);
            case WIREMOCK -> List.of(wiremock);
            case BOTH -> List.of(fixtures, wiremock);
        };
    }
}
