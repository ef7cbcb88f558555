package dev.casesaudit.server.behaviour.tomorrow;

/** Something that AWS may add to the operation without breaking it, and that a client therefore has to survive. */
public enum Novelty {
    /** A type of event that nobody knows yet. */
    EVENT_TYPE("event-type"),

    /** A type of related item that nobody knows yet, also on events without one. */
    RELATED_ITEM_TYPE("related-item-type"),

    /**
     * An arm of a field's value that nobody knows yet, as new and as old value, also where there is no old value or no field.
     * Together with {@link #EXTRA_MEMBERS} a new value that is empty stays, since its object is a place for those.
     */
    FIELD_ARM("field-arm"),

    /** An arm of a user that nobody knows yet, also on events without a user. */
    USER_ARM("user-arm"),

    /** A member {@code __type} in each union, before an arm that is known and behind one that is not. It is no arm. */
    UNION_TYPE("union-type"),

    /** Null items before and after the events and the fields. A page of one item has room for none among its events. */
    NULL_ITEMS("null-items"),

    /** Members that nobody knows yet, of each JSON kind, in each object but the unions, where they would be arms. */
    EXTRA_MEMBERS("extra-members");

    private final String wireName;

    Novelty(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
