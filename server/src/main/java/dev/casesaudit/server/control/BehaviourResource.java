package dev.casesaudit.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.control.BehaviourApi;
import dev.casesaudit.control.model.BehaviourState;
import dev.casesaudit.control.model.FaultPreview;
import dev.casesaudit.control.model.NewFaultPreview;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.ActiveBehaviour;
import dev.casesaudit.server.behaviour.Behaviour;
import dev.casesaudit.server.behaviour.BehaviourReader;
import dev.casesaudit.server.behaviour.Scope;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Configures behaviours. */
@ApplicationScoped
public class BehaviourResource implements BehaviourApi {

    private final WorldStore store;
    private final BehaviourReader reader;
    private final Ids ids;
    private final WorldLimits limits;

    BehaviourResource(WorldStore store, BehaviourReader reader, Ids ids, WorldLimits limits) {
        this.store = store;
        this.reader = reader;
        this.ids = ids;
        this.limits = limits;
    }

    @Override
    public BehaviourState getBehaviour() {
        return state(Scope.EVERYTHING);
    }

    @Override
    public BehaviourState putBehaviour(JsonNode behaviour) {
        return tell(Scope.EVERYTHING, behaviour);
    }

    @Override
    public void deleteBehaviour() {
        forget(Scope.EVERYTHING);
    }

    @Override
    public BehaviourState getDomainBehaviour(String domainId) {
        return state(Scope.of(domainId));
    }

    @Override
    public BehaviourState putDomainBehaviour(String domainId, JsonNode behaviour) {
        return tell(Scope.of(ids.domain(domainId)), behaviour);
    }

    @Override
    public void deleteDomainBehaviour(String domainId) {
        forget(Scope.of(domainId));
    }

    @Override
    public BehaviourState getCaseBehaviour(String domainId, String caseId) {
        return state(Scope.of(new CaseKey(domainId, caseId)));
    }

    @Override
    public BehaviourState putCaseBehaviour(String domainId, String caseId, JsonNode behaviour) {
        return tell(Scope.of(ids.key(domainId, caseId)), behaviour);
    }

    @Override
    public void deleteCaseBehaviour(String domainId, String caseId) {
        forget(Scope.of(new CaseKey(domainId, caseId)));
    }

    @Override
    public FaultPreview previewFaults(NewFaultPreview wanted) {
        return FaultPreviews.of(
                InvalidChange.orThrow(place -> reader.faults(place, wanted.getFaults()))
                        .orElseThrow(),
                wanted.getCalls());
    }

    private BehaviourState tell(Scope scope, JsonNode document) {
        Behaviour behaviour =
                InvalidChange.orThrow(place -> reader.read(UnreadBody.tree(UnreadBody.of(document)), place));
        Snapshot after = store.change(CaseSelection.NONE, now -> {
            if (!now.behaviours().has(scope)) {
                limits.checkOneMore("behaviours", now.behaviours().size());
            }
            return now.withBehaviour(scope, Optional.of(behaviour));
        });
        return state(scope, after.behaviours().configured(scope));
    }

    private void forget(Scope scope) {
        store.change(CaseSelection.NONE, now -> now.withBehaviour(scope, Optional.empty()));
    }

    private BehaviourState state(Scope scope) {
        return state(scope, store.now(CaseSelection.NONE).behaviours().configured(scope));
    }

    static BehaviourState state(Scope scope, ActiveBehaviour configured) {
        BehaviourState state = new BehaviourState()
                .domainId(scope.domainId().orElse(null))
                .caseId(scope.caseId().orElse(null))
                .pages(configured.behaviour().pages().map(PageStyle::text).orElse(null))
                .tomorrow(configured.behaviour().tomorrow().map(Tomorrow::text).orElse(null));
        configured.playback().ifPresent(playback -> {
            state.faults(playback.script().toString())
                    .callsSeen(playback.callsSeen())
                    .attemptsSeen(playback.attemptsSeen());
            playback.limit().ifPresent(state::calls);
        });
        return state;
    }
}
