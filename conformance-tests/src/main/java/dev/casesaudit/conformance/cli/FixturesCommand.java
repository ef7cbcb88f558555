package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.text.Words;
import dev.casesaudit.conformance.wiremock.Export;
import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the seeded world out for others to load. */
@Command(
        name = "fixtures",
        description = "Writes the seeded world out: as fixture files of the mock, and as WireMock mappings.",
        sortOptions = false)
final class FixturesCommand implements Callable<Integer> {

    /** The folder of the mappings, so that the mock does not take them for fixtures. */
    private static final String WIREMOCK = "wiremock";

    /** What to write. */
    enum Format {
        FIXTURES,
        WIREMOCK,
        BOTH;

        static Format named(String text) {
            return Arrays.stream(values())
                    .filter(format -> Words.label(format).equals(text))
                    .findFirst()
                    .orElseThrow(() -> Converters.unlike("fixtures, wiremock or both", "'" + text + "'"));
        }
    }

    private final CommandContext around;

    @Option(
            names = "--format",
            paramLabel = "fixtures|wiremock|both",
            defaultValue = "both",
            description = "What to write; both by default.")
    private Format format = Format.BOTH;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = "seeded-world",
            description = "Where to; seeded-world by default. It is made where it is missing.")
    private Path directory = Path.of("seeded-world");

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    FixturesCommand(CommandContext around) {
        this.around = around;
    }

    @Override
    public Integer call() throws UnusableInput, IOException {
        Map<String, byte[]> files = files();
        new OutputFolder(directory, force).write(files);
        around.out().printf(Locale.ROOT, "Wrote %s to %s%n", Words.count(files.size(), "file"), directory);
        hints().forEach(around.out()::println);
        return 0;
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
