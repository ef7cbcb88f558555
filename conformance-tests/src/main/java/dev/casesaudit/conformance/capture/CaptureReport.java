package dev.casesaudit.conformance.capture;

import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a capture read, and what its file has not. No value that is masked is in it. */
public record CaptureReport(List<CapturedCase> cases, Set<Mask> masks, List<String> drift, boolean keepDrift) {

    public CaptureReport {
        cases = List.copyOf(cases);
        masks = Set.copyOf(masks);
        drift = List.copyOf(drift);
    }

    public long events() {
        return cases.stream().mapToLong(CapturedCase::events).sum();
    }

    /** Returns the sentences that the file and the command line have. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Masked: " + (masks.isEmpty() ? "nothing" : listed(true)) + ".");
        lines.add("Not masked: " + listed(false)
                + "ids of the domain, cases, events and fields, times, numbers, booleans.");
        cases.stream()
                .filter(one -> !one.whole())
                .forEach(one -> lines.add(String.format(
                        Locale.ROOT,
                        "Cut: case %s goes on after these %s.",
                        YamlText.quoted(one.caseId()),
                        Words.count(one.events(), "event"))));
        if (!drift.isEmpty()) {
            lines.add(
                    keepDrift
                            ? "Drift, which the fixture cannot hold and has as comments:"
                            : "Drift, which the fixture cannot hold and does not have:");
            drift.forEach(line -> lines.add("  " + YamlText.comment(line)));
        }
        return lines;
    }

    private String listed(boolean masked) {
        return Arrays.stream(Mask.values())
                .filter(mask -> masks.contains(mask) == masked)
                .map(mask -> masked ? mask.label() : mask.label() + ", ")
                .collect(Collectors.joining(masked ? ", " : ""));
    }
}
