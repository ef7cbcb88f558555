package dev.casesaudit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How the processors have spent their time since the start of the machine, as Linux counts it.
 *
 * @param all in ticks
 * @param taken time that the host of a virtual machine gave to others, in ticks; Linux calls it steal
 */
record ProcessorTime(long all, long taken) {

    private static final int TAKEN = 7;

    // The remaining columns are parts of the first two.
    private static final int KINDS = 8;

    static ProcessorTime now() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            long[] ticks = lines.findFirst().stream()
                    .flatMap(line -> Stream.of(line.split(" +")))
                    .skip(1)
                    .limit(KINDS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new ProcessorTime(LongStream.of(ticks).sum(), ticks[TAKEN]);
        }
    }

    /** Returns the percentage of the time since then that was taken. */
    long percentTakenSince(ProcessorTime then) {
        return Math.round(100.0 * (taken - then.taken) / Math.max(1, all - then.all));
    }
}
