package dev.casesaudit.server.behaviour;

import org.jspecify.annotations.Nullable;

/** The behaviour that the headers of a request ask for. */
public record BehaviourHeaders(
        @Nullable String faults,
        @Nullable String pages,
        @Nullable String tomorrow) {

    public static final String FAULTS = "x-mock-fault";

    public static final String PAGES = "x-mock-pages";

    public static final String TOMORROW = "x-mock-tomorrow";

    public static final BehaviourHeaders NONE = new BehaviourHeaders(null, null, null);

    boolean isEmpty() {
        return faults == null && pages == null && tomorrow == null;
    }
}
