package dev.casesaudit.conformance.target;

import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.Optional;

/** The use of a case for checks. */
public enum Role {
    EMPTY("a case without events", 0, 0),
    ONE_EVENT("a case of one event", 1, 1),
    SOME_EVENTS("a case of three events or more", 3, Integer.MAX_VALUE),
    FULL_PAGE("a case of exactly one page of the default size, 25 events", 25, 25),
    TWO_PAGES("a case of 26 to 50 events", 26, 50),
    LONG("a case of more than 50 events", 51, Integer.MAX_VALUE),
    EVERY_SHAPE("a case with every event type and every arm of both unions", 1, Integer.MAX_VALUE),
    SECOND_DOMAIN("a case of another domain, with one event or more", 1, Integer.MAX_VALUE),
    DENIED("a case that returns AccessDeniedException, 403"),
    THROTTLED("a case that returns ThrottlingException, 429"),
    INTERNAL_ERROR("a case that returns InternalServerException, 500");

    private final String about;
    private final int minEvents;
    private final int maxEvents;

    Role(String about) {
        this(about, -1, -1);
    }

    Role(String about, int minEvents, int maxEvents) {
        this.about = about;
        this.minEvents = minEvents;
        this.maxEvents = maxEvents;
    }

    public String about() {
        return about;
    }

    public String label() {
        return Words.label(this).replace(' ', '-');
    }

    /** Whether the case has a history, and not an error. */
    public boolean readable() {
        return minEvents >= 0;
    }

    public boolean admits(int events) {
        return events >= minEvents && events <= maxEvents;
    }

    public int minEvents() {
        return minEvents;
    }

    public int maxEvents() {
        return maxEvents;
    }

    /** Returns the role of a label. */
    public static Optional<Role> labelled(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
