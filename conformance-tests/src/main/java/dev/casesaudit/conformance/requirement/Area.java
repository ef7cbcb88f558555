package dev.casesaudit.conformance.requirement;

import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.Optional;

/** What a requirement is about. Its name begins the ids of its requirements. */
public enum Area {
    REQUEST("what the operation accepts and refuses"),
    RESPONSE("the page of events it answers with"),
    PAGINATION("how pages follow each other"),
    ERROR("how it says no"),
    PROTOCOL("what holds for every message");

    private final String about;

    Area(String about) {
        this.about = about;
    }

    /** Returns what the area is about, in a few words. */
    public String about() {
        return about;
    }

    /** Returns the area's name as ids, options and reports write it. */
    public String label() {
        return Words.label(this);
    }

    /** Returns the area of this name, or empty where there is none. */
    public static Optional<Area> labelled(String label) {
        return Arrays.stream(values())
                .filter(area -> area.label().equals(label))
                .findFirst();
    }
}
