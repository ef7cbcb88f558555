package dev.casesaudit.server.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks a Java process what its objects take up. */
final class HeapOf {

    private HeapOf() {}

    /** The bytes of all objects that are left after a full collection. */
    static long liveBytes(long pid) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String total = histogram
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("expected a total, got " + histogram));
            return Long.parseLong(total.strip().split("\\s+", -1)[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
