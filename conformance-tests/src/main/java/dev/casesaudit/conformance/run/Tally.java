package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Counts results by level and status, in a sentence. The numbers add up to all results. */
final class Tally {

    private Tally() {}

    static String of(List<Result> results) {
        return Arrays.stream(Level.values())
                .map(level -> of(level, results))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String of(Level level, List<Result> results) {
        List<Result> own = results.stream()
                .filter(result -> result.requirement().level() == level)
                .toList();
        if (own.isEmpty()) {
            return "";
        }
        String counts = Arrays.stream(ResultStatus.values())
                .filter(status -> count(status, own) > 0)
                .map(status -> words(count(status, own), status))
                .collect(Collectors.joining(", "));
        String all = Words.count(own.size(), level + " requirement");
        boolean allHold = own.size() > 1 && count(ResultStatus.PASSED, own) == own.size();
        return String.format(Locale.ROOT, "of %s %s", all, allHold ? "all hold" : counts);
    }

    private static long count(ResultStatus status, List<Result> results) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    private static String words(long count, ResultStatus status) {
        boolean one = count == 1;
        String verb = switch (status) {
            case PASSED -> one ? "holds" : "hold";
            case FAILED -> one ? "is broken" : "are broken";
            case NOT_TESTABLE -> one ? "is not testable" : "are not testable";
            case EXCUSED -> one ? "is excused" : "are excused";
            case STALE -> one ? "has a stale excuse" : "have stale excuses";
            case DRIFTED -> one ? "has drifted" : "have drifted";
            case DEVIATED -> one ? "deviates" : "deviate";
            case NOT_APPLICABLE -> one ? "does not apply" : "do not apply";
            case NOT_TRIED -> one ? "was not tried" : "were not tried";
            case KIT_ERROR -> "broke the kit";
        };
        return String.format(Locale.ROOT, "%d %s", count, verb);
    }
}
