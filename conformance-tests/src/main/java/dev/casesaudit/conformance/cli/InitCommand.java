package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.EditorSchema;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.target.ProfileTemplate;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "init", description = "Writes a target profile with comments, to fill in.")
final class InitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "target.yaml",
            description = "The file to write. Default: target.yaml.")
    private Path file = Path.of("target.yaml");

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    InitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws UnusableInput {
        EditorSchema schema = EditorSchema.TARGET_PROFILE;
        try {
            if (!force && Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            // Also in place of an earlier one, which may be that of another version.
            write(file.resolveSibling(schema.fileName()), schema.text());
            write(file, schema.firstLine() + ProfileTemplate.text());
        } catch (FileAlreadyExistsException e) {
            throw UnusableInput.of(file.toString(), "no file of that name", "one; use --force to overwrite it");
        } catch (IOException e) {
            throw UnusableInput.of(file.toString(), "a place that can be written to", e.toString());
        }
        context.out()
                .printf(
                        Locale.ROOT,
                        "Wrote %s, and %s for editors. Fill it in, then: java -jar %s.jar run --profile %s%n",
                        file,
                        schema.fileName(),
                        Main.NAME,
                        file);
        return 0;
    }

    // Writes a second file and moves it, so that a full disk leaves no half profile and keeps an earlier one.
    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
