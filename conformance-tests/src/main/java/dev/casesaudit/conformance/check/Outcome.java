package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What running one check against one target came to. */
public sealed interface Outcome {

    /** A fault that is in every event is not told a thousand times. */
    int SHOWN = 3;

    /** The check reached its subject and found nothing wrong with it. */
    record Passed() implements Outcome {}

    /**
     * The target broke the requirement.
     *
     * @param findings the first ones, enough to act on
     * @param more how many others there were
     */
    record Failed(List<Finding> findings, int more) implements Outcome {
        public Failed {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a failure needs at least one finding");
            }
        }
    }

    /** The target answers what the contract does not have yet, and its profile says that it may. Counts neither way. */
    record Drifted(List<Finding> findings, int more) implements Outcome {
        public Drifted {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The target, which is the real service, refuses in another way than the documents say. Counts neither way.
     *
     * @param seen when it did so, and what came
     */
    record Deviated(List<Finding> findings, int more, String seen) implements Outcome {
        public Deviated {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The check did not reach its subject. Counts against the target.
     *
     * @param need the label of what the target would have to offer, as profiles list it; empty where nothing of the kind is missing
     */
    record NotTestable(String missing, String need) implements Outcome {
        public NotTestable {
            missing = Words.shortened(missing);
        }
    }

    /** The target's profile says that it does not offer what the check needs. Counts neither way. */
    record NotApplicable(String reason) implements Outcome {}

    /**
     * The run ended before the check could finish. Counts neither way, and keeps a run from being judged where it would have counted.
     *
     * @param limit what ended the run
     */
    record NotTried(String limit) implements Outcome {}

    /** The kit itself broke. Never counts for or against the target, and always fails the run. */
    record KitError(String problem) implements Outcome {}

    static Outcome of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Passed();
        }
        // What not even the real service may do is shown first, so that it is never among those that are not.
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
