package dev.casesaudit.conformance.wiremock;

/** The priorities of mappings, highest first. The mock checks requests in the same order. */
enum StubPriority {
    CONTENT_TYPE(1),
    ACCEPT(2),
    MALFORMED(3),
    NUMBER_TOO_LARGE(4),
    VIOLATIONS(5),
    VIOLATION(6),
    CASE(7),
    PAGE_TOO_SMALL(8),
    UNKNOWN_TOKEN(9),
    UNKNOWN_CASE(10),
    UNKNOWN_DOMAIN(11),
    UNKNOWN_OPERATION(12);

    private final int priority;

    StubPriority(int priority) {
        this.priority = priority;
    }

    int priority() {
        return priority;
    }
}
