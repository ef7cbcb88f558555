package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.Locale;
import java.util.Optional;

/** Reading changes nothing: a walk that is made again serves the same events. */
final class WalkRepeatable implements Check {

    @Override
    public String id() {
        return "pagination-walk-repeatable";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(WalksCheck.FEWEST_EVENTS, one -> trial.atRest(one, same -> judged(trial, same)));
    }

    private static Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        int size = Tokens.pageSize(trial) + 1;
        Walk before = trial.walk(one, size);
        if (!before.sound()) {
            return before.notWalkable();
        }
        if (before.eventIds().size() < WalksCheck.FEWEST_EVENTS) {
            return Outcome.notTestable(
                    String.format(Locale.ROOT, "%s has fewer than %d events", one, WalksCheck.FEWEST_EVENTS));
        }
        Walk after = trial.walkAgain(one, size);
        Optional<Sameness.Difference> difference =
                Sameness.of("as the first time", before.eventIds(), after.eventIds());
        if (difference.isPresent()) {
            return Outcome.failed(difference.get().in(after));
        }
        if (after.end().equals(before.end()) && (!before.complete() || sameLength(before, after))) {
            return new Outcome.Passed();
        }
        return Outcome.failed(Finding.of(
                after.exchanges().get(after.exchanges().size() - 1),
                Words.count(before.eventIds().size(), "event") + ", as the first time",
                String.format(
                        Locale.ROOT,
                        "%s, and then: %s",
                        Words.count(after.eventIds().size(), "event"),
                        after.end().why())));
    }

    private static boolean sameLength(Walk before, Walk after) {
        return before.eventIds().size() == after.eventIds().size();
    }
}
