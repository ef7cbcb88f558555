package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes what a verdict means, and what it does not mean. */
final class VerdictText {

    private static final Map<ResultStatus, String> AGAINST = Map.of(
            ResultStatus.FAILED, "broken",
            ResultStatus.NOT_TESTABLE, "not testable",
            ResultStatus.STALE, "excused but passing");

    private final RunReport run;
    private final Catalogue catalogue;

    VerdictText(MaskedReport report, Catalogue catalogue) {
        this.run = report.run();
        this.catalogue = catalogue;
    }

    /** Returns the meaning of the verdict in one or two sentences. */
    String verdict() {
        return switch (run.verdict()) {
            case CONFORMANT -> String.format(Locale.ROOT, "No %s counts against the target.", counted());
            case NOT_CONFORMANT -> against();
            case NOT_JUDGED ->
                run.cutOff().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "There is no verdict on the target: the run ended before every %s was tried.",
                                counted())
                        : "There is no verdict on the target: it could not be judged.";
            case KIT_FAILED -> "There is no verdict on the target: a check of the kit failed. Report this defect.";
            case USAGE -> "Nothing was tried.";
        };
    }

    private String against() {
        List<Result> counted = run.results().stream().filter(run::counts).toList();
        String kinds = Stream.of(ResultStatus.FAILED, ResultStatus.NOT_TESTABLE, ResultStatus.STALE)
                .map(status -> Map.entry(
                        status,
                        counted.stream()
                                .filter(result -> result.status() == status)
                                .count()))
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> String.format(Locale.ROOT, "%d %s", kind.getValue(), AGAINST.get(kind.getKey())))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s against the target: %s.",
                Words.count(counted.size(), "requirement") + (counted.size() == 1 ? " counts" : " count"),
                kinds);
    }

    /** Returns what was not tried or does not count. */
    List<String> limits() {
        if (run.results().isEmpty()) {
            return List.of();
        }
        List<String> limits = new ArrayList<>();
        int all = catalogue.requirements().size();
        if (run.results().size() < all) {
            limits.add(String.format(
                    Locale.ROOT,
                    "%d of %s %s selected; the others were not tried.",
                    run.results().size(),
                    Words.count(all, "requirement"),
                    run.results().size() == 1 ? "was" : "were"));
        }
        add(limits, run.count(ResultStatus.NOT_APPLICABLE), "not applicable by the profile of the target.");
        add(limits, run.count(ResultStatus.EXCUSED), "excused by the known failures.");
        add(limits, uncounted(ResultStatus.NOT_TESTABLE), "not testable, of a level that does not count.");
        add(limits, uncounted(ResultStatus.FAILED), "broken, of a level that does not count without --level should.");
        add(limits, run.count(ResultStatus.NOT_TRIED), "not tried: the run ended before.");
        add(limits, run.count(ResultStatus.DEVIATED), "in which the service deviates from its documents.");
        add(limits, run.count(ResultStatus.DRIFTED), "met with values that the contract does not have yet.");
        int exclusions = catalogue.exclusions().size();
        if (exclusions > 0) {
            limits.add(String.format(
                    Locale.ROOT,
                    "%s of the documents that no check tries; see the exclusions for the reasons.",
                    Words.count(exclusions, "sentence")));
        }
        return limits;
    }

    /** Returns whether a result counts, or an empty string if its status says so. */
    String weight(Result result) {
        return switch (result.status()) {
            case FAILED, NOT_TESTABLE -> run.counts(result) ? "" : "does not count";
            default -> "";
        };
    }

    /** Returns the level of a result, and whether it counts. */
    String level(Result result) {
        String weight = weight(result);
        return result.requirement().level() + (weight.isEmpty() ? "" : ", " + weight);
    }

    /** Returns the number of requirements of a cause. */
    String breaks(Cause cause) {
        if (cause.count(Level.MUST) == 0 || cause.count(Level.SHOULD) == 0) {
            Level level = cause.example().result().requirement().level();
            return Words.count(cause.instances().size(), level + " requirement");
        }
        String all = Words.count(cause.instances().size(), "requirement");
        return Arrays.stream(Level.values())
                .map(level -> String.format(Locale.ROOT, "%d %s", cause.count(level), level))
                .collect(Collectors.joining(", ", all + ": ", ""));
    }

    private String counted() {
        return run.failAt() == Level.SHOULD ? "MUST or SHOULD requirement" : "MUST requirement";
    }

    private long uncounted(ResultStatus status) {
        return run.results().stream()
                .filter(result -> result.status() == status && !run.counts(result))
                .count();
    }

    private static void add(List<String> limits, long number, String what) {
        if (number > 0) {
            limits.add(String.format(Locale.ROOT, "%s %s", Words.count(number, "requirement"), what));
        }
    }
}
