package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Standing;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a verdict means, and what it does not. */
final class Meaning {

    private final RunReport run;
    private final Catalogue catalogue;

    Meaning(MaskedReport report, Catalogue catalogue) {
        this.run = report.run();
        this.catalogue = catalogue;
    }

    /** Returns what the verdict says of the target, in a sentence or two. */
    String verdict() {
        return switch (run.verdict()) {
            case CONFORMANT -> "No %s counts against the target.".formatted(counted());
            case NOT_CONFORMANT ->
                "At least one %s is broken or not testable, or the excuse of a known failure is out of date."
                        .formatted(counted());
            case NOT_JUDGED ->
                run.cutOff().isPresent()
                        ? "Nothing is said of the target, for or against: the run ended before every %s was tried."
                                .formatted(counted())
                        : "Nothing is said of the target, for or against: it could not be judged.";
            case KIT_FAILED -> "Nothing is said of the target, for or against: a check of the kit broke. Report it.";
            case USAGE -> "Nothing was tried.";
        };
    }

    /** Returns what was not looked at or does not count, so that nobody takes a green run for more than it is. */
    List<String> limits() {
        if (run.results().isEmpty()) {
            return List.of();
        }
        List<String> limits = new ArrayList<>();
        int all = catalogue.requirements().size();
        if (run.results().size() < all) {
            limits.add(String.format(
                    Locale.ROOT,
                    "%d of %s were selected; the others were not tried.",
                    run.results().size(),
                    Words.count(all, "requirement")));
        }
        add(limits, run.count(Standing.NOT_APPLICABLE), "not tried: the profile says what the target does not offer.");
        add(limits, run.count(Standing.EXCUSED), "excused by the known failures.");
        add(limits, uncounted(Standing.NOT_TESTABLE), "not testable, of a level that does not count.");
        add(limits, uncounted(Standing.FAILED), "broken, of a level that does not count without --level should.");
        add(limits, run.count(Standing.NOT_TRIED), "not tried: the run ended before.");
        add(limits, run.count(Standing.DEVIATED), "in which the service deviates from its documents.");
        add(limits, run.count(Standing.DRIFTED), "met with values that the contract does not have yet.");
        int exclusions = catalogue.exclusions().size();
        if (exclusions > 0) {
            limits.add("%s of the documents that no check tries; the exclusions have the reasons."
                    .formatted(Words.count(exclusions, "sentence")));
        }
        return limits;
    }

    /** Returns in which way a result counts, in a word or two; empty where that goes without saying. */
    String weight(Result result) {
        return switch (result.standing()) {
            case FAILED, NOT_TESTABLE -> run.counts(result) ? "" : "does not count";
            default -> "";
        };
    }

    /** Returns the level of a result, and whether it counts where that is in doubt. */
    String level(Result result) {
        String weight = weight(result);
        return result.requirement().level() + (weight.isEmpty() ? "" : " (%s)".formatted(weight));
    }

    /** Returns how many requirements a cause is of. */
    String breaks(Cause cause) {
        String all = Words.count(cause.instances().size(), "requirement");
        return Arrays.stream(Level.values())
                .filter(level -> cause.count(level) > 0)
                .map(level -> String.format(Locale.ROOT, "%d %s", cause.count(level), level))
                .collect(Collectors.joining(", ", all + ": ", ""));
    }

    private String counted() {
        return run.failAt() == Level.SHOULD ? "requirement, MUST or SHOULD," : "MUST requirement";
    }

    private long uncounted(Standing standing) {
        return run.results().stream()
                .filter(result -> result.standing() == standing && !run.counts(result))
                .count();
    }

    private static void add(List<String> limits, long number, String what) {
        if (number > 0) {
            limits.add("%s %s".formatted(Words.count(number, "requirement"), what));
        }
    }
}
