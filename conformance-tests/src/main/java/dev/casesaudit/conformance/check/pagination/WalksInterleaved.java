package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Two walks of a case at a time come to what each would come to alone. */
final class WalksInterleaved implements Check {

    private static final int STEPS = 3;

    @Override
    public String id() {
        return "pagination-walks-interleaved";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withEvents(WalksCheck.FEWEST_EVENTS, one -> trial.atRest(one, same -> judged(trial, same)));
    }

    private static Outcome judged(Trial trial, CaseRef one) throws ProbeFailure {
        int size = Tokens.pageSize(trial);
        List<Walk> alone = List.of(trial.walk(one, size), trial.walk(one, size + 1));
        for (Walk walk : alone) {
            if (!walk.sound() || !Tokens.followed(walk)) {
                return Tokens.notFollowed(walk);
            }
        }
        List<Stride> together = alone.stream().map(Stride::new).toList();
        List<Finding> findings = new ArrayList<>();
        for (int step = 0; step < STEPS && findings.isEmpty(); step++) {
            for (Stride stride : together) {
                findings.addAll(stride.step(trial));
            }
        }
        return Outcome.of(findings);
    }

    /** A walk that is made again, a page at a time. */
    private static final class Stride {

        private final Walk alone;
        private final List<String> served = new ArrayList<>();
        private Optional<String> token = Optional.empty();
        private boolean ended;

        Stride(Walk alone) {
            this.alone = alone;
        }

        List<Finding> step(Trial trial) throws ProbeFailure {
            if (ended) {
                return List.of();
            }
            Exchange exchange = trial.ask(trial.page(alone.of(), alone.pageSize(), token));
            Optional<Page> page = Page.read(exchange);
            if (page.isEmpty()) {
                return Expect.page(exchange);
            }
            served.addAll(page.get().eventIds());
            token = page.get().nextToken();
            ended = token.isEmpty();
            String as = String.format(Locale.ROOT, "as a walk alone %s", WalksCheck.by(alone));
            return Sameness.of(as, alone.eventIds(), served)
                    .map(difference -> List.of(difference.in(exchange)))
                    .orElseGet(List::of);
        }
    }
}
