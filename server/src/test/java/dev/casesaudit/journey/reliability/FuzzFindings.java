package dev.casesaudit.journey.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings of all fuzzing threads. */
final class FuzzFindings {

    private static final int MOST = 20;

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(FuzzRequest request, String finding) {
        count("findings");
        if (findings.size() < MOST) {
            String shown = finding.length() > 600 ? finding.substring(0, 600) + "…" : finding;
            findings.add("%s%nto %s%n".formatted(shown, request.shown()));
        }
    }

    synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** The first of them. */
    synchronized List<String> all() {
        return List.copyOf(findings);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
