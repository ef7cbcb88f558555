package dev.casesaudit.server.operation;

import dev.casesaudit.api.CasesApi;
import dev.casesaudit.api.model.CreateCaseRequest;
import dev.casesaudit.api.model.CreateRelatedItemRequest;
import dev.casesaudit.api.model.GetCaseRequest;
import dev.casesaudit.api.model.UpdateCaseRequest;
import dev.casesaudit.api.model.UpdateRelatedItemRequest;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.auth.Principals;
import dev.casesaudit.server.http.CurrentRequest;
import dev.casesaudit.server.http.ServiceOperation;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.json.WireJson;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.recording.EventRecorder;
import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/** The operations on cases, fields and related items. */
@Singleton
class CaseOperations {

    private final WorldStore store;
    private final EventRecorder recorder;
    private final Principals principals;
    private final CursorCodec cursors;

    CaseOperations(WorldStore store, EventRecorder recorder, Principals principals, CursorCodec cursors) {
        this.store = store;
        this.recorder = recorder;
        this.principals = principals;
        this.cursors = cursors;
    }

    @Produces
    @Singleton
    ServiceOperation createCase() {
        return new Operation(
                "CreateCase", true, call -> call.createCase(call.domainId(), call.input(CreateCaseRequest.class)));
    }

    @Produces
    @Singleton
    ServiceOperation getCase() {
        return new Operation(
                "GetCase",
                false,
                call -> call.getCase(call.domainId(), call.caseId(), call.input(GetCaseRequest.class)));
    }

    @Produces
    @Singleton
    ServiceOperation updateCase() {
        return new Operation(
                "UpdateCase",
                true,
                call -> call.updateCase(call.domainId(), call.caseId(), call.input(UpdateCaseRequest.class)));
    }

    @Produces
    @Singleton
    ServiceOperation deleteCase() {
        return new Operation("DeleteCase", true, call -> call.deleteCase(call.domainId(), call.caseId()));
    }

    @Produces
    @Singleton
    ServiceOperation createRelatedItem() {
        return new Operation(
                "CreateRelatedItem",
                true,
                call -> call.createRelatedItem(
                        call.domainId(), call.caseId(), call.input(CreateRelatedItemRequest.class)));
    }

    @Produces
    @Singleton
    ServiceOperation updateRelatedItem() {
        return new Operation(
                "UpdateRelatedItem",
                true,
                call -> call.updateRelatedItem(
                        call.domainId(),
                        call.caseId(),
                        call.relatedItemId(),
                        call.input(UpdateRelatedItemRequest.class)));
    }

    @Produces
    @Singleton
    ServiceOperation deleteRelatedItem() {
        return new Operation(
                "DeleteRelatedItem",
                true,
                call -> call.deleteRelatedItem(call.domainId(), call.caseId(), call.relatedItemId()));
    }

    @Produces
    @Singleton
    ServiceOperation listFields() {
        return new Operation(
                "ListFields", false, call -> call.listFields(call.domainId(), call.maxResults(), call.nextToken()));
    }

    /** An operation that calls the generated interface. */
    private final class Operation implements ServiceOperation {

        private final String id;
        private final boolean changesWorld;
        private final Function<Call, Object> method;

        Operation(String id, boolean changesWorld, Function<Call, Object> method) {
            this.id = id;
            this.changesWorld = changesWorld;
            this.method = method;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean changesWorld() {
            return changesWorld;
        }

        @Override
        public boolean takesLong(CurrentRequest current) {
            return current.snapshot()
                    .world()
                    .find(current.key())
                    .filter(one -> one instanceof SeededCase.WithHistory with && !with.hasContentAtHand())
                    .isPresent();
        }

        @Override
        public void note(Map<String, Object> input, CurrentRequest current) {
            if (input.get("clientToken") instanceof String token) {
                current.attempt().setClientToken(token);
            }
        }

        @Override
        public EncodedJson answer(Map<String, Object> input, CurrentRequest current) {
            Object output = method.apply(new Call(current, input));
            return output instanceof EncodedJson encoded ? encoded : EncodedJson.of(WireJson.encode(output));
        }
    }

    /** The generated interface for one request. An inner class, which JAX-RS does not register. */
    private final class Call extends CaseCall implements CasesApi {
        Call(CurrentRequest current, Map<String, Object> input) {
            super(current, input, store, recorder, principals, cursors);
        }
    }
}
