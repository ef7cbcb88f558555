package dev.casesaudit.server.exam;

import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tasks for clients that must survive what no model knows yet. A client that survives requests the next page. */
final class TomorrowTasks {

    private static final int EVENTS = 60;

    private static final List<Task> ALL = Stream.concat(Tomorrow.names().stream(), Stream.of("all"))
            .distinct()
            .map(novelty -> Task.of(
                            novelty,
                            String.format(Locale.ROOT, "reads to the end with the behaviour 'tomorrow: %s'", novelty),
                            Judges.walksAll(EVENTS))
                    .withEvents(EVENTS)
                    .withTomorrow(novelty))
            .toList();

    private TomorrowTasks() {}

    static List<Task> all() {
        return ALL;
    }
}
