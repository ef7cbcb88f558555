package dev.casesaudit.conformance.run;

import java.util.Map;

/**
 * The requirements that a target is known not to meet, each with the reason.
 *
 * @param reasons by id
 */
public record KnownFailures(Map<String, String> reasons) {

    public static final KnownFailures NONE = new KnownFailures(Map.of());

    public KnownFailures {
        reasons = Map.copyOf(reasons);
    }

    /** Returns the reason, or an empty string where the requirement is not excused. */
    public String excuse(String id) {
        return reasons.getOrDefault(id, "");
    }
}
