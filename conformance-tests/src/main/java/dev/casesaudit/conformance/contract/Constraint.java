package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * One thing the contract demands of one member.
 *
 * @param member such as {@code AuditEvent.eventId}; the input's members stand under {@code GetCaseAuditEventsRequest}, those
 *     of the path too
 * @param schema the member's schema in the contract, references followed
 */
public record Constraint(String member, Keyword keyword, JsonNode schema) {

    /** Returns the smallest length, number or count that is allowed. */
    public long minimum() {
        return switch (keyword) {
            case LENGTH -> schema.path("minLength").asLong(0);
            case ITEMS -> schema.path("minItems").asLong(0);
            case RANGE -> schema.path("minimum").asLong(Integer.MIN_VALUE);
            default ->
                throw new IllegalStateException(String.format(Locale.ROOT, "%s of %s has no minimum", keyword, member));
        };
    }

    /** Returns the largest length, number or count that is allowed; {@link Long#MAX_VALUE} where there is no limit. */
    public long maximum() {
        return switch (keyword) {
            case LENGTH -> schema.path("maxLength").asLong(Long.MAX_VALUE);
            case ITEMS -> schema.path("maxItems").asLong(Long.MAX_VALUE);
            case RANGE -> schema.path("maximum").asLong(Long.MAX_VALUE);
            default ->
                throw new IllegalStateException(String.format(Locale.ROOT, "%s of %s has no maximum", keyword, member));
        };
    }

    /** Returns the boundaries this constraint has: nothing is shorter than a length of 0, nothing above no limit. */
    public Set<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Boundary boundary : keyword.boundaries()) {
            if (exists(boundary)) {
                cells.add(new Cell(member, keyword, boundary));
            }
        }
        return cells;
    }

    /** Returns one of its boundaries; that it has this one is the caller's claim. */
    public Cell at(Boundary boundary) {
        Cell cell = new Cell(member, keyword, boundary);
        if (!cells().contains(cell)) {
            throw new IllegalStateException(String.format(Locale.ROOT, "the contract has no boundary '%s'", cell));
        }
        return cell;
    }

    private boolean exists(Boundary boundary) {
        if (!keyword.boundaries().contains(Boundary.MINIMUM)) {
            return true;
        }
        return switch (boundary) {
            case BELOW -> keyword == Keyword.RANGE || minimum() > 0;
            case MAXIMUM, ABOVE -> maximum() < Long.MAX_VALUE;
            default -> true;
        };
    }

    /** Says what is allowed, as in {@code 1 to 500 code points}. */
    public String allowed() {
        return switch (keyword) {
            case LENGTH -> limits() + " code points";
            case ITEMS -> limits() + " items";
            case RANGE -> limits();
            case ENUM -> "one of " + Values.listed(schema.path("enum"));
            case PATTERN -> "a match of " + schema.path("pattern").asText();
            case FORMAT -> "ISO 8601 with a zone";
            case UNION -> "exactly one of " + String.join(", ", Union.arms(schema));
            case EMPTY -> "an object without members";
            case TYPE -> Values.typeName(schema);
            case REQUIRED -> "present, and not null";
            case OPTIONAL -> "absent or null";
        };
    }

    private String limits() {
        return maximum() == Long.MAX_VALUE
                ? "at least " + minimum()
                : String.format(Locale.ROOT, "%d to %d", minimum(), maximum());
    }
}
