package dev.casesaudit.conformance.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one endpoint behaved where the documents leave it open: a {@code profile.json}.
 *
 * @param target the name of the target's profile
 * @param contract the hash of the contract that the run judged by
 * @param observations by the question's id, in the order in which they were asked
 */
public record ObservationReport(
        String target, String endpoint, String contract, Map<String, Observation> observations) {

    /** The only format there is so far. */
    public static final int FORMAT = 1;

    public ObservationReport {
        observations = Collections.unmodifiableMap(new LinkedHashMap<>(observations));
    }
}
