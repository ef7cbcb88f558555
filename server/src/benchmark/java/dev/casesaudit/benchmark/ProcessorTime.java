package dev.casesaudit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How the processors of the machine have spent their time since it started, as Linux counts it.
 *
 * @param all all of it, in ticks
 * @param taken what the host of a virtual machine gave to others although there was work here, in ticks; Linux calls it steal
 */
record ProcessorTime(long all, long taken) {

    private static final int TAKEN = 7;

    // Those that follow are parts of the first two.
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

    /** How much of the time since then was taken, in percent. */
    long percentTakenSince(ProcessorTime then) {
        return Math.round(100.0 * (taken - then.taken) / Math.max(1, all - then.all));
    }
}
