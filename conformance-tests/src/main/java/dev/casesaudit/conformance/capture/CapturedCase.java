package dev.casesaudit.conformance.capture;

import java.util.Set;

/**
 * A history that was read.
 *
 * @param caseId as the file has it
 * @param lines its lines in the spool, one for each event or comment
 * @param whole whether the history was read to its end
 * @param behaviours names of the mock's behaviour {@code tomorrow} that are similar to the drift
 */
public record CapturedCase(String caseId, long pages, long events, long lines, boolean whole, Set<String> behaviours) {

    public CapturedCase {
        behaviours = Set.copyOf(behaviours);
    }
}
