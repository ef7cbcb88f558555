package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.behaviour.EffectiveBehaviour;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.ByteRange;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.world.CaseSelection;
import dev.casesaudit.server.world.Outdated;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.Waiting;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Calls an operation, and sends its response or error, with or without a fault: constraints, rate limit, fault script,
 * then the operation itself.
 */
@Singleton
class OperationCalls {

    private static final EncodedJson NOTHING = List::<ByteRange>of;
    private static final ServiceError NO_ROOM = ServiceError.of(
            ErrorType.SERVICE_UNAVAILABLE, "There is no room for the response beside others (cases.limits.bodies)");

    // A case can be deleted and made again while it is read.
    private static final int MOST_ATTEMPTS = 10;

    private final ServiceFront front;
    private final WorldStore store;
    private final Duration longestFault;

    OperationCalls(ServiceFront front, WorldStore store, CasesConfig config) {
        this.front = front;
        this.store = store;
        this.longestFault = config.faults().longest();
    }

    void answer(Operations.Call call, CurrentRequest current, Buffer body) {
        byte[] input = body.getBytes();
        CaseSelection cases = CaseSelection.of(current.key());
        if (store.blocks()) {
            Context thread = current.context().vertx().getOrCreateContext();
            store.prepare(cases)
                    .whenComplete((snapshot, failure) -> thread.runOnContext(then -> {
                        if (failure == null) {
                            answer(call, current, input, snapshot);
                        } else {
                            send(Errors.of(cause(failure)), current);
                        }
                    }));
        } else {
            answer(call, current, input, store.now(cases));
        }
    }

    private void answer(Operations.Call call, CurrentRequest current, byte[] body, Snapshot snapshot) {
        current.setSnapshot(snapshot);
        ServiceOperation operation = call.served().implementation();
        if ((operation.changesWorld() && store.blocks()) || operation.takesLong(current)) {
            answerElsewhere(call, current, body);
        } else if (store.blocks()) {
            try {
                Waiting.forbid(() -> response(call, current, body)).run();
            } catch (Waiting.Required e) {
                answerElsewhere(call, current, body);
            }
        } else {
            response(call, current, body).run();
        }
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
        return cause == null ? failure : cause;
    }

    private void answerElsewhere(Operations.Call call, CurrentRequest current, byte[] body) {
        current.context()
                .vertx()
                .executeBlocking(() -> response(call, current, body), false)
                .onComplete(response -> response.result().run());
    }

    // Returns what sends the response.
    private Runnable response(Operations.Call call, CurrentRequest current, byte[] body) {
        ServiceError error;
        try {
            EncodedJson document = answer(call, current, body);
            return () -> sendIfThereIsRoom(document, call, current);
        } catch (WorldLimits.Exceeded e) {
            error = full(call.served().contract(), "The world is full: expected " + e.expected());
        } catch (WorldBudget.Exceeded e) {
            error = full(call.served().contract(), String.valueOf(e.getMessage()));
        } catch (Waiting.Required e) {
            throw e;
        } catch (RuntimeException e) {
            error = Errors.of(e);
        }
        ServiceError refusal = error;
        return () -> send(refusal, current);
    }

    private void sendIfThereIsRoom(EncodedJson document, Operations.Call call, CurrentRequest current) {
        // The response to a write is not longer than its request, and must not hide that the write was made.
        if (call.served().implementation().changesWorld() || hasRoom(document, current)) {
            send(document, current);
        } else {
            send(NO_ROOM, current);
        }
    }

    private static boolean hasRoom(EncodedJson document, CurrentRequest current) {
        int size = document.ownBytes();
        return size <= ResponseBytes.PIECE
                || HeldBytes.take(((ConnectionBase) current.request().connection()).channel(), size);
    }

    private EncodedJson answer(Operations.Call call, CurrentRequest current, byte[] body) {
        ServiceOperation operation = call.served().implementation();
        front.admit(
                current,
                call.labels(),
                () -> call.served().input().isValid(call.served().input().read(body, current::query)));
        Map<String, Object> input = call.served().input().read(body, current::query);
        operation.note(input, current);
        call.served().input().requireValid(call.labels(), input);
        meet(current);
        return isHidden(operation, current) ? NOTHING : performed(operation, input, current);
    }

    private EncodedJson performed(ServiceOperation operation, Map<String, Object> input, CurrentRequest current) {
        for (int attempt = 1; ; attempt++) {
            try {
                return operation.answer(input, current);
            } catch (Outdated e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                takeNewSnapshot(current);
            }
        }
    }

    // With the behaviour that changed together with the case. The fault stays: it was this request's step.
    private void takeNewSnapshot(CurrentRequest current) {
        CaseKey key = current.key();
        current.setSnapshot(store.now(CaseSelection.of(key)));
        current.setBehaviour(current.snapshot()
                .behaviours()
                .effective(
                        key,
                        current.attempt().invocationId(),
                        current.behaviourHeaders(),
                        Optional.of(current.behaviour().fault())));
    }

    private static void meet(CurrentRequest current) {
        CaseKey key = current.key();
        Snapshot snapshot = current.snapshot();
        snapshot.rateLimits().refusal(key.domainId()).ifPresent(beyond -> {
            throw new ServiceException(beyond.answer(key));
        });
        EffectiveBehaviour effective = snapshot.behaviours()
                .effective(key, current.attempt().invocationId(), current.behaviourHeaders(), current.inFront());
        current.setBehaviour(effective);
        if (effective.equals(EffectiveBehaviour.USUAL)) {
            return;
        }
        current.attempt().setBehaviour(effective.text(), effective.fault().changesResponse());
        current.setFault(effective.fault());
        if (effective.fault().outcome() instanceof Outcome.ErrorResponse error) {
            throw new ServiceException(error.answer(key));
        }
    }

    private static boolean isHidden(ServiceOperation operation, CurrentRequest current) {
        return operation.changesWorld()
                && current.fault()
                        .filter(fault -> fault.outcome().isInsteadOfOperation())
                        .isPresent();
    }

    // An operation without a quota can only ask for patience.
    private static ServiceError full(Contract.Operation operation, String message) {
        boolean hasQuota = operation.errors().contains(ErrorType.SERVICE_QUOTA_EXCEEDED.wireName());
        return ServiceError.of(hasQuota ? ErrorType.SERVICE_QUOTA_EXCEEDED : ErrorType.THROTTLING, message);
    }

    private void send(EncodedJson document, CurrentRequest current) {
        Optional<Fault> fault = current.fault();
        if (fault.isPresent()) {
            current.noteEnd();
            FaultyResponse.of(document, current.context(), fault.get(), longestFault)
                    .begin();
        } else {
            current.answer(document);
        }
    }

    private void send(ServiceError error, CurrentRequest current) {
        Optional<Fault> fault = current.fault();
        if (fault.isPresent()) {
            current.noteEnd();
            FaultyResponse.of(error, current.context(), fault.get(), longestFault)
                    .begin();
        } else {
            current.refuse(error);
        }
    }
}
