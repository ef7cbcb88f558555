package dev.casesaudit.benchmark.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * All that one run of the benchmark found.
 *
 * @param facts what it was measured on
 */
public record Run(Instant time, List<Fact> facts, List<Chapter> chapters) {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Run {
        facts = List.copyOf(facts);
        chapters = List.copyOf(chapters);
    }

    /** The day on which it was. */
    public String day() {
        return timeText().substring(0, "uuuu-MM-dd".length());
    }

    /** When it was. */
    public String timeText() {
        return TO_THE_MINUTE.format(time) + " UTC";
    }

    /** Something to know of the machine, or of how it was measured. */
    public record Fact(String name, String value) {}

    /** The results of one section. */
    public record Chapter(String name, List<Result> results) {
        public Chapter {
            results = List.copyOf(results);
        }
    }
}
