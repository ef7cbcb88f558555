package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The outcome of one check of one target. */
public sealed interface Outcome {

    /** The most findings that are kept: a fault of every event would give a thousand. */
    int SHOWN = 3;

    /** The check reached its subject and found nothing wrong. */
    record Passed() implements Outcome {}

    /**
     * The target broke the requirement.
     *
     * @param findings the first findings, at least one
     * @param more the number of further findings
     */
    record Failed(List<Finding> findings, int more) implements Outcome {
        public Failed {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a failure needs at least one finding");
            }
        }
    }

    /** The target has values that the contract does not have yet, and its profile allows this. Counts neither way. */
    record Drifted(List<Finding> findings, int more) implements Outcome {
        public Drifted {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The real service refuses in another way than its documents say. Counts neither way.
     *
     * @param seen the date and the response
     */
    record Deviated(List<Finding> findings, int more, String seen) implements Outcome {
        public Deviated {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The check did not reach its subject. Counts against the target.
     *
     * @param need the label, as in a profile, of the thing that the target would have to offer; empty if there is none
     */
    record NotTestable(String missing, String need) implements Outcome {
        public NotTestable {
            missing = Words.shortened(missing);
        }
    }

    /** The target does not offer what the check needs, by its profile or by design. Counts neither way. */
    record NotApplicable(String reason) implements Outcome {}

    /**
     * The run ended before the check did. If the check could have failed the run, the run is not judged.
     *
     * @param limit the limit that ended the run
     */
    record NotTried(String limit) implements Outcome {}

    /** A defect of the kit. Never counts for or against the target, and always fails the run. */
    record KitError(String problem) implements Outcome {}

    static Outcome of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Passed();
        }
        // Findings that are no deviations come first: the number of findings that are kept is limited.
        List<Finding> ordered = findings.stream()
                .sorted(Comparator.comparing(Finding::deviation))
                .toList();
        return new Failed(first(ordered), ordered.size() - first(ordered).size());
    }

    /** Judges each of the exchanges that have the subject of a check; without one, the check is not testable. */
    static Outcome ofEach(List<Exchange> seen, String missing, Function<Exchange, List<Finding>> look) {
        return seen.isEmpty()
                ? notTestable(missing)
                : of(seen.stream().flatMap(one -> look.apply(one).stream()).toList());
    }

    static Outcome failed(Finding finding) {
        return new Failed(List.of(finding), 0);
    }

    static Outcome drifted(List<Finding> findings) {
        return new Drifted(first(findings), findings.size() - first(findings).size());
    }

    static Outcome notTestable(String missing) {
        return new NotTestable(missing, "");
    }

    private static List<Finding> first(List<Finding> findings) {
        return findings.subList(0, Math.min(findings.size(), SHOWN));
    }
}
