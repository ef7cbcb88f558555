package dev.casesaudit.server.control;

import dev.casesaudit.control.StateApi;
import dev.casesaudit.control.model.JournalSize;
import dev.casesaudit.control.model.MockState;
import dev.casesaudit.control.model.RateLimitState;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.exam.Exams;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.throttle.Rate;
import dev.casesaudit.server.throttle.RateLimits;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports everything that was configured at run time, and resets it. */
@ApplicationScoped
public class StateResource implements StateApi {

    private final WorldStore store;
    private final Journal journal;
    private final Exams exams;
    private final ExamResource examResource;

    StateResource(WorldStore store, Journal journal, Exams exams, ExamResource examResource) {
        this.store = store;
        this.journal = journal;
        this.exams = exams;
        this.examResource = examResource;
    }

    @Override
    public String getContract() {
        return new String(Contract.text(Contract.CONTROL), StandardCharsets.UTF_8);
    }

    @Override
    public MockState getState() {
        Snapshot now = store.now(CaseSelection.ALL);
        return new MockState()
                .world(Sizes.of(now))
                .behaviours(now.behaviours().all().entrySet().stream()
                        .map(configured -> BehaviourResource.state(configured.getKey(), configured.getValue()))
                        .toList())
                .rateLimits(rateLimits(now.rateLimits()))
                .journal(new JournalSize().kept(journal.size()).capacity(journal.capacity()))
                .exams(examResource.getExams().getExams());
    }

    @Override
    public void resetState() {
        exams.endAll();
        journal.forget(attempt -> true);
    }

    @Override
    public void resetCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        store.restore(CaseSelection.ofDomain(domainId), now -> now.reset(key));
        journal.forget(attempt -> attempt.key().equals(Optional.of(key)));
    }

    private static List<RateLimitState> rateLimits(RateLimits limits) {
        List<RateLimitState> states = new ArrayList<>();
        limits.everywhere().ifPresent(rate -> states.add(state(null, rate)));
        limits.list().forEach((domainId, rate) -> states.add(state(domainId, rate)));
        return states;
    }

    private static RateLimitState state(@Nullable String domainId, Rate rate) {
        return new RateLimitState()
                .domainId(domainId)
                .rate(rate.perSecond())
                .burst(rate.burst())
                .answer(rate.beyondText().orElse(null));
    }
}
