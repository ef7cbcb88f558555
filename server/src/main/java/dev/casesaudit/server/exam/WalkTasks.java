package dev.casesaudit.server.exam;

import static dev.casesaudit.server.exam.Judges.sendsNoEmptyToken;
import static dev.casesaudit.server.exam.Judges.stopsAtRepeatedToken;
import static dev.casesaudit.server.exam.Judges.walksAll;

import java.util.List;

/** Tasks for clients that must follow each token once, whatever the pages look like. */
final class WalkTasks {

    // More than two pages of the default size; and exactly two pages.
    private static final int EVENTS = 60;
    private static final int FULL_PAGES = 50;

    private static final List<Task> ALL = List.of(
            legal("usual-pages", "reads pages until one has no token"),
            legal("short-pages", "continues after a page that is shorter than requested")
                    .withPages("short-pages"),
            legal("empty-pages", "continues after an empty page that has a token")
                    .withPages("empty-pages"),
            Task.of("empty-last-page", "treats an empty page without a token as the end", walksAll(FULL_PAGES))
                    .withEvents(FULL_PAGES)
                    .withPages("empty-last-page"),
            legal("null-token", "treats a null token as the end").withPages("null-token"),
            legal("long-tokens", "returns tokens of 9,000 characters").withPages("long-tokens"),
            legal("tokens-once", "uses each token once, except in retries of the same call")
                    .withPages("tokens-once"),
            legal("throttled-pages", "retries a throttled page with the same token")
                    .meeting("Throttling, ok"),
            Task.of(
                            "illegal-repeated-token",
                            "stops when a page returns the token of its own request",
                            stopsAtRepeatedToken())
                    .withEvents(EVENTS)
                    .withPages("illegal-repeated-token"),
            Task.of(
                            "illegal-empty-token",
                            "treats an empty token as the end",
                            walksAll(EVENTS).and(sendsNoEmptyToken()))
                    .withEvents(EVENTS)
                    .withPages("illegal-empty-token"));

    private WalkTasks() {}

    static List<Task> all() {
        return ALL;
    }

    private static Task legal(String name, String expects) {
        return Task.of(name, expects, walksAll(EVENTS)).withEvents(EVENTS);
    }
}
