package dev.casesaudit.conformance.contract;

import java.util.List;
import java.util.Map;

/**
 * The violations of a body.
 *
 * @param examined the number of values that each constraint applied to, by {@link #key}. Without a value, nothing is
 *     proved
 */
public record Reading(List<Violation> violations, Map<String, Integer> examined) {

    public Reading {
        violations = List.copyOf(violations);
        examined = Map.copyOf(examined);
    }

    /** Returns the number of values that a constraint applied to. */
    public int examined(String member, Keyword keyword) {
        return examined.getOrDefault(key(member, keyword), 0);
    }

    static String key(String member, Keyword keyword) {
        return member + " " + keyword;
    }
}
