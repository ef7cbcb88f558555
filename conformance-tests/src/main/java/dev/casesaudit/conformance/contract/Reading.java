package dev.casesaudit.conformance.contract;

import java.util.List;
import java.util.Map;

/**
 * What reading a body by the contract came to.
 *
 * @param examined how often each constraint was looked at, so that "nothing broke it" and "nothing met it" can be told apart;
 *     the keys are those of {@link #key}
 */
public record Reading(List<Violation> violations, Map<String, Integer> examined) {

    public Reading {
        violations = List.copyOf(violations);
        examined = Map.copyOf(examined);
    }

    /** Returns how often a constraint was looked at. */
    public int examined(String member, Keyword keyword) {
        return examined.getOrDefault(key(member, keyword), 0);
    }

    static String key(String member, Keyword keyword) {
        return member + " " + keyword;
    }
}
