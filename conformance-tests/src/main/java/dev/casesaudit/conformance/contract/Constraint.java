package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A constraint of a member.
 *
 * @param member such as {@code AuditEvent.eventId}. All members of the input, including those of the path, are members
 *     of {@code GetCaseAuditEventsRequest}
 * @param schema the schema of the member, with its references resolved
 */
public record Constraint(String member, Keyword keyword, JsonNode schema) {

    /** Returns the smallest allowed length, number or count. */
    public long minimum() {
        return switch (keyword) {
            case LENGTH -> schema.path("minLength").asLong(0);
            case ITEMS -> schema.path("minItems").asLong(0);
            case RANGE -> schema.path("minimum").asLong(Integer.MIN_VALUE);
            default ->
                throw new IllegalStateException(String.format(Locale.ROOT, "%s of %s has no minimum", keyword, member));
        };
    }

    /** Returns the largest allowed length, number or count, or {@link Long#MAX_VALUE} without a limit. */
    public long maximum() {
        return switch (keyword) {
            case LENGTH -> schema.path("maxLength").asLong(Long.MAX_VALUE);
            case ITEMS -> schema.path("maxItems").asLong(Long.MAX_VALUE);
            case RANGE -> schema.path("maximum").asLong(Long.MAX_VALUE);
            default ->
                throw new IllegalStateException(String.format(Locale.ROOT, "%s of %s has no maximum", keyword, member));
        };
    }

    /**
     * Returns the boundaries of this constraint. A length of 0 has nothing below it, and a missing limit nothing above
     * it.
     */
    public Set<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Boundary boundary : keyword.boundaries()) {
            if (exists(boundary)) {
                cells.add(new Cell(member, keyword, boundary));
            }
        }
        return cells;
    }

    /** Returns the cell of a boundary, which must exist. */
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

    /** Describes the allowed values, as in {@code 1 to 500 code points}. */
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
