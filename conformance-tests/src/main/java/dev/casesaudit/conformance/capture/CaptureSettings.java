package dev.casesaudit.conformance.capture;

import java.util.Set;

/**
 * What a capture reads, and how it writes it.
 *
 * @param keepDrift whether what a fixture cannot hold is kept as comments
 * @param maxPages the most pages of each case
 * @param maxEvents the most events of each case
 */
public record CaptureSettings(Set<Mask> masks, Times times, boolean keepDrift, long maxPages, long maxEvents) {

    public CaptureSettings {
        masks = Set.copyOf(masks);
    }
}
