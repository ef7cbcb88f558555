package dev.casesaudit.server.behaviour;

import org.jspecify.annotations.Nullable;

/** What a request asks for by its headers. */
public record BehaviourHeaders(
        @Nullable String faults,
        @Nullable String pages,
        @Nullable String tomorrow) {

    /** A fault script. */
    public static final String FAULTS = "x-mock-fault";

    /** Awkward pages. */
    public static final String PAGES = "x-mock-pages";

    /** What no model knows yet. */
    public static final String TOMORROW = "x-mock-tomorrow";

    /** None. */
    public static final BehaviourHeaders NONE = new BehaviourHeaders(null, null, null);

    boolean isEmpty() {
        return faults == null && pages == null && tomorrow == null;
    }
}
