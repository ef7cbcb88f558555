package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.text.Words;
import dev.casesaudit.conformance.wiremock.Export;
import dev.casesaudit.conformance.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "fixtures",
        description = "Writes the seeded world as fixture files of the mock and as WireMock mappings.",
        sortOptions = false)
final class FixturesCommand implements Callable<Integer> {

    /** A folder of its own, so that the mock does not load the mappings as fixtures. */
    private static final String WIREMOCK = "wiremock";

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

    private final CommandContext context;

    @Option(
            names = "--format",
            paramLabel = "fixtures|wiremock|both",
            defaultValue = "both",
            description = "The format. Default: both.")
    private Format format = Format.BOTH;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            defaultValue = "seeded-world",
            description = "The target directory, created if missing. Default: seeded-world.")
    private Path directory = Path.of("seeded-world");

    @Option(names = "--force", description = "Overwrite existing files.")
    private boolean force;

    FixturesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput, IOException {
        Map<String, byte[]> files = files();
        new OutputFolder(directory, force).write(files);
        context.out().printf(Locale.ROOT, "Wrote %s to %s%n", Words.count(files.size(), "file"), directory);
        hints().forEach(context.out()::println);
        return 0;
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (format != Format.WIREMOCK) {
            files.put(EditorSchema.FIXTURES.fileName(), bytes(EditorSchema.FIXTURES.text()));
            for (String file : World.files()) {
                try (InputStream in = World.open(file)) {
                    // As YAML, which JSON is too, since JSON has no comments.
                    String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    files.put(file.replace(".json", ".yaml"), bytes(EditorSchema.FIXTURES.firstLine() + json));
                }
            }
        }
        if (format != Format.FIXTURES) {
            Export.of(World.read(), Contract.read())
                    .forEach((path, content) -> files.put(WIREMOCK + "/" + path, content));
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
