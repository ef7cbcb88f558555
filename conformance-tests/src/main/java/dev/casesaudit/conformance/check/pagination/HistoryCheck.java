package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.util.List;
import java.util.Locale;

/** Counts the events of a case of which the target profile says how many there are. */
abstract class HistoryCheck implements Check {

    private final String id;
    private final Role role;

    HistoryCheck(String id, Role role) {
        this.id = id;
        this.role = role;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.with(role, one -> trial.atRest(one, same -> judged(trial, same)));
    }

    private Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        Walk walk = trial.walk(one);
        if (walk.end() instanceof Walk.End.Broken broken) {
            return walk.pages().isEmpty()
                    ? Outcome.of(broken.findings())
                    : Tokens.blaming(trial, Outcome.of(broken.findings()));
        }
        if (!walk.sound()) {
            return walk.notWalkable();
        }
        // Counted once each: an event that comes twice must not stand in for one that is lost.
        long events = walk.eventIds().stream().distinct().count();
        if (role.admits((int) events)) {
            return new Outcome.Passed();
        }
        Finding finding = Finding.of(
                walk.exchanges().get(walk.exchanges().size() - 1),
                String.format(Locale.ROOT, "%s, as the profile says of %s", role.about(), one),
                String.format(
                        Locale.ROOT,
                        "%s, pages: %d",
                        Words.count(events, "event"),
                        walk.pages().size()));
        return trial.blamingCase(List.of(finding), walk.exchanges().get(0));
    }
}
