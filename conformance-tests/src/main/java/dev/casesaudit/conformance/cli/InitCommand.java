package dev.casesaudit.conformance.cli;

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

/** Writes a target profile to fill in. */
@Command(name = "init", description = "Writes a target profile to fill in, with comments.")
final class InitCommand implements Callable<Integer> {

    private final CommandContext around;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "target.yaml",
            description = "Where to; target.yaml by default.")
    private Path file = Path.of("target.yaml");

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    InitCommand(CommandContext around) {
        this.around = around;
    }

    @Override
    public Integer call() throws UnusableInput {
        try {
            write();
        } catch (FileAlreadyExistsException e) {
            throw UnusableInput.of(file.toString(), "no file of that name", "one; --force writes over it");
        } catch (IOException e) {
            throw UnusableInput.of(file.toString(), "a place that can be written to", e.toString());
        }
        around.out()
                .printf(
                        Locale.ROOT,
                        "Wrote %s. Fill it in, then: java -jar %s.jar run --profile %s%n",
                        file,
                        Main.NAME,
                        file);
        return 0;
    }

    // Whole or not at all: a disk that is full leaves no half profile, and the one that was there.
    private void write() throws IOException {
        if (!force && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, ProfileTemplate.text());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
