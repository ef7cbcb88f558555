package dev.casesaudit.conformance.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The observations of one endpoint: a {@code profile.json}.
 *
 * @param target the name of the target profile
 * @param contract the hash of the contract
 * @param observations by the id of the question, in their order
 */
public record ObservationReport(
        String target, String endpoint, String contract, Map<String, Observation> observations) {

    /** The only format so far. */
    public static final int FORMAT = 1;

    public ObservationReport {
        observations = Collections.unmodifiableMap(new LinkedHashMap<>(observations));
    }
}
