package dev.casesaudit.conformance.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes many files into a folder: all of them, or, as far as that can be known before, none; and none by half. */
final class OutputFolder {

    private final Path folder;
    private final boolean overwrite;

    OutputFolder(Path folder, boolean overwrite) {
        this.folder = folder;
        this.overwrite = overwrite;
    }

    /** Nothing was written; the message says why, and what to do. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private Refused(String message) {
            super(message);
        }
    }

    /**
     * Writes files.
     *
     * @param files by their paths in the folder, with slashes
     */
    void write(Map<String, byte[]> files) throws IOException, Refused {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Refused("%s is a file; --directory takes a folder".formatted(folder));
        }
        List<Path> present = files.keySet().stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
        if (!overwrite && !present.isEmpty()) {
            String others = present.size() == 1 ? "" : ", and %d other files".formatted(present.size() - 1);
            throw new Refused("%s exists%s; choose another --directory, or overwrite with --force"
                    .formatted(present.get(0), others));
        }
        Files.createDirectories(folder);
        // Within the folder, so that what is complete can be moved from one name to the other.
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
