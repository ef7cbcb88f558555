package dev.casesaudit.journey.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The live objects of a JVM, after a full collection. */
final class LiveHeap {

    private LiveHeap() {}

    /** Collects garbage in a process, and returns the size of its live objects in KiB. */
    static long kibibytes(long pid) {
        return histogram(pid).stream()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split(" +", -1)[2]) / 1024)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("expected a total of jcmd, got none"));
    }

    /** Collects garbage in a process, and returns the number of live objects of a class. */
    static long count(long pid, String className) {
        // Number, instances, bytes, class.
        return histogram(pid).stream()
                .map(line -> line.strip().split(" +", -1))
                .filter(row -> row.length > 3 && row[3].equals(className))
                .mapToLong(row -> Long.parseLong(row[1]))
                .sum();
    }

    private static List<String> histogram(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                return out.lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
