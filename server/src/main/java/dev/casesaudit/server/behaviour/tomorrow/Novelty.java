package dev.casesaudit.server.behaviour.tomorrow;

/** A change that AWS may make to the operation without breaking it, and that a client must therefore survive. */
public enum Novelty {
    /** An unknown event type. */
    EVENT_TYPE("event-type"),

    /** An unknown related item type, also on events without a related item. */
    RELATED_ITEM_TYPE("related-item-type"),

    /**
     * An unknown arm of a field's old and new value, also where the event has no old value or no field. Together with
     * {@link #EXTRA_MEMBERS} an empty new value stays, since its object has room for those.
     */
    FIELD_ARM("field-arm"),

    /** An unknown arm of a user, also on events without a user. */
    USER_ARM("user-arm"),

    /** A member {@code __type} in each union, before a known arm and after an unknown one. It is no arm. */
    UNION_TYPE("union-type"),

    /**
     * Null items before and after the events and the fields. A page of one item has no room for one among its events.
     */
    NULL_ITEMS("null-items"),

    /** Unknown members of each JSON type in each object except unions, where they would be arms. */
    EXTRA_MEMBERS("extra-members");

    private final String wireName;

    Novelty(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
