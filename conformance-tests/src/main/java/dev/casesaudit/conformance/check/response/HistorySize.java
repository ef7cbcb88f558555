package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.Role;
import java.util.List;
import java.util.Locale;

/** Reads the case of a role to its end, and counts what the role says that it has. */
abstract class HistorySize implements Check {

    private final String id;
    private final Role role;

    HistorySize(String id, Role role) {
        this.id = id;
        this.role = role;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.with(role, one -> trial.atRest(one, same -> judged(trial, trial.walk(same))));
    }

    private Outcome judged(Trial trial, Walk walk) throws ProbeFailure {
        if (walk.end() instanceof Walk.End.Broken broken) {
            return Outcome.of(broken.findings());
        }
        if (!walk.complete()) {
            return walk.notWalkable();
        }
        int events = walk.events().size();
        if (role.admits(events)) {
            return new Outcome.Passed();
        }
        Finding finding = Finding.of(
                walk.exchanges().get(walk.exchanges().size() - 1),
                String.format(Locale.ROOT, "%d as the number of events of %s", role.minEvents(), walk.of()),
                Integer.toString(events));
        return trial.blamingCase(List.of(finding), walk.exchanges().get(0));
    }
}
