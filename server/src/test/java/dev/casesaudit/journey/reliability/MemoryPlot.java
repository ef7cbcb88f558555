package dev.casesaudit.journey.reliability;

import dev.casesaudit.journey.reliability.Samples.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws the memory of a process over time, for light and dark pages. */
final class MemoryPlot {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;
    private static final int LINES = 4;

    private final Samples samples;
    private final double seconds;
    private final double top;

    MemoryPlot(Samples samples) {
        this.samples = samples;
        seconds = Math.max(1, samples.all().get(samples.all().size() - 1).seconds());
        top = Math.ceil(samples.most(Sample::resident) / 1024.0 / LINES / 10) * LINES * 10;
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -30 800 320" role="img" font-family="sans-serif" font-size="12">
                  <title>Memory of the mock over %s, in MiB</title>
                  <style>
                    text { fill: #333 } .grid { stroke: #ccc } polyline { fill: none; stroke-width: 2 }
                    .resident { stroke: #0b62a8 } .live { stroke: #b3530b } .resident-name { fill: #0b62a8 } .live-name { fill: #b3530b }
                    @media (prefers-color-scheme: dark) {
                      text { fill: #ddd } .grid { stroke: #444 }
                      .resident { stroke: #6cb6f5 } .live { stroke: #f2a65e } .resident-name { fill: #6cb6f5 } .live-name { fill: #f2a65e }
                    }
                  </style>
                %s
                  <polyline class="resident" points="%s"/>
                  <polyline class="live" points="%s"/>
                  <text x="0" y="-12">MiB: <tspan class="resident-name">resident memory</tspan>, <tspan class="live-name">live objects</tspan></text>
                </svg>
                """.formatted(time(seconds), grid(), points(Sample::resident), points(Sample::live));
    }

    private String grid() {
        String across = IntStream.rangeClosed(0, LINES)
                .mapToObj(line -> String.format(
                        Locale.ROOT,
                        """
                          <line class="grid" x1="0" x2="%d" y1="%s" y2="%s"/>
                          <text x="-8" y="%s" text-anchor="end">%.0f</text>""",
                        WIDTH,
                        y(top * line / LINES),
                        y(top * line / LINES),
                        y(top * line / LINES),
                        top * line / LINES))
                .collect(Collectors.joining("\n"));
        return across + "\n"
                + IntStream.rangeClosed(0, Samples.FIFTHS)
                        .mapToObj(fifth -> String.format(
                                Locale.ROOT,
                                """
                          <text x="%s" y="%d" text-anchor="middle">%s</text>""",
                                x(seconds * fifth / Samples.FIFTHS),
                                HEIGHT + 20,
                                time(seconds * fifth / Samples.FIFTHS)))
                        .collect(Collectors.joining("\n"));
    }

    private String points(ToLongFunction<Sample> kibibytes) {
        return samples.all().stream()
                .map(sample -> x(sample.seconds()) + "," + y(kibibytes.applyAsLong(sample) / 1024.0))
                .collect(Collectors.joining(" "));
    }

    private String x(double at) {
        return String.format(Locale.ROOT, "%.1f", WIDTH * at / seconds);
    }

    private String y(double mebibytes) {
        return String.format(Locale.ROOT, "%.1f", HEIGHT * (1 - mebibytes / top));
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d min", (int) seconds / 60, (int) seconds % 60);
    }
}
