package dev.casesaudit.server.control;

import dev.casesaudit.control.StateApi;
import dev.casesaudit.control.model.JournalSize;
import dev.casesaudit.control.model.MockState;
import dev.casesaudit.control.model.RateLimitState;
import dev.casesaudit.server.audit.AuditHistories;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.Behaviours;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.exam.Exams;
import dev.casesaudit.server.fault.Rate;
import dev.casesaudit.server.fault.RateLimits;
import dev.casesaudit.server.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows all that was set, and takes it back. */
@ApplicationScoped
public class StateResource implements StateApi {

    private final AuditHistories histories;
    private final Behaviours behaviours;
    private final RateLimits limits;
    private final Journal journal;
    private final Exams exams;
    private final ExamResource examResource;

    StateResource(
            AuditHistories histories,
            Behaviours behaviours,
            RateLimits limits,
            Journal journal,
            Exams exams,
            ExamResource examResource) {
        this.histories = histories;
        this.behaviours = behaviours;
        this.limits = limits;
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
        return new MockState()
                .world(Sizes.of(histories.world()))
                .behaviours(behaviours.all().entrySet().stream()
                        .map(told -> BehaviourResource.state(told.getKey(), told.getValue()))
                        .toList())
                .rateLimits(rateLimits())
                .journal(new JournalSize().kept(journal.size()).capacity(journal.capacity()))
                .exams(examResource.getExams().getExams());
    }

    @Override
    public void resetState() {
        exams.endAll();
        histories.reset();
        behaviours.reset();
        limits.reset();
        journal.forget(attempt -> true);
    }

    @Override
    public void resetCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        histories.reset(key);
        behaviours.reset(Scope.of(key));
        journal.forget(attempt -> attempt.key().equals(Optional.of(key)));
    }

    private List<RateLimitState> rateLimits() {
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
