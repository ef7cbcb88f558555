package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.text.Words;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes files into a folder. It writes no half files, and as far as possible all files or none. */
final class OutputFolder {

    private final Path folder;
    private final boolean overwrite;

    OutputFolder(Path folder, boolean overwrite) {
        this.folder = folder;
        this.overwrite = overwrite;
    }

    /**
     * Writes all files.
     *
     * @param files by their relative paths, with slashes
     */
    void write(Map<String, byte[]> files) throws UnusableInput {
        requireNothingThere(files.keySet());
        try {
            Files.createDirectories(folder);
            writeAll(files);
        } catch (IOException e) {
            throw UnusableInput.of(folder.toString(), "a folder that can be written to", e.toString());
        }
    }

    private void requireNothingThere(Set<String> files) throws UnusableInput {
        List<Path> present =
                files.stream().map(folder::resolve).filter(Files::exists).toList();
        if (!overwrite && !present.isEmpty()) {
            throw UnusableInput.of(
                    present.get(0).toString(),
                    "no file of that name",
                    String.format(
                            Locale.ROOT,
                            "one%s; use --force to overwrite it",
                            present.size() == 1 ? "" : ", and " + Words.count(present.size() - 1, "other")));
        }
    }

    private void writeAll(Map<String, byte[]> files) throws IOException {
        // Within the folder, so that complete files can be moved in one step.
        Path complete = Files.createTempDirectory(folder, ".writing");
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = complete.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            for (String file : files.keySet()) {
                Path path = folder.resolve(file);
                Files.createDirectories(path.getParent());
                Files.move(complete.resolve(file), path, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(complete);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
