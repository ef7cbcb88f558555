package dev.casesaudit.conformance.run;

import java.util.Map;

/**
 * Requirements that may fail, with their reasons.
 *
 * @param reasons by the id of the requirement
 */
public record KnownFailures(Map<String, String> reasons) {

    public static final KnownFailures NONE = new KnownFailures(Map.of());

    public KnownFailures {
        reasons = Map.copyOf(reasons);
    }

    /** Returns the reason, or an empty string if the requirement must not fail. */
    public String excuse(String id) {
        return reasons.getOrDefault(id, "");
    }
}
