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
            legal("usual-pages", "reads page after page until one has no token"),
            legal("short-pages", "goes on after a page that is shorter than it asked for")
                    .withPages("short-pages"),
            legal("empty-pages", "goes on after a page without events that has a token")
                    .withPages("empty-pages"),
            Task.of(
                            "empty-last-page",
                            "takes a page without events and without a token for the end",
                            walksAll(FULL_PAGES))
                    .withEvents(FULL_PAGES)
                    .withPages("empty-last-page"),
            legal("null-token", "takes a token that is null for none").withPages("null-token"),
            legal("long-tokens", "hands back tokens of 9,000 characters").withPages("long-tokens"),
            legal("tokens-once", "sends each token once, but for retries of the same call")
                    .withPages("tokens-once"),
            legal("throttled-pages", "goes on from the same place after a page that was throttled")
                    .meeting("Throttling, ok"),
            Task.of(
                            "illegal-repeated-token",
                            "stops where a page's token is the one it was asked with",
                            stopsAtRepeatedToken())
                    .withEvents(EVENTS)
                    .withPages("illegal-repeated-token"),
            Task.of(
                            "illegal-empty-token",
                            "takes an empty token for none",
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
