package dev.casesaudit.benchmark.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The results of one run.
 *
 * @param facts about the machine and the run
 */
public record Run(Instant time, List<Fact> facts, List<Chapter> chapters) {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Run {
        facts = List.copyOf(facts);
        chapters = List.copyOf(chapters);
    }

    public String day() {
        return timeText().substring(0, "uuuu-MM-dd".length());
    }

    public String timeText() {
        return TO_THE_MINUTE.format(time) + " UTC";
    }

    /** A fact about the machine or the run. */
    public record Fact(String name, String value) {}

    /** The results of one section. */
    public record Chapter(String name, List<Result> results) {
        public Chapter {
            results = List.copyOf(results);
        }
    }
}
