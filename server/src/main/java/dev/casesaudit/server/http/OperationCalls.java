package dev.casesaudit.server.http;

import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.json.EncodedJson;
import dev.casesaudit.server.world.WorldStore;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Calls an operation, and sends its response or error, with or without a fault. */
@Singleton
class OperationCalls {

    private final ServiceFront front;
    private final WorldStore store;
    private final Duration longestFault;

    OperationCalls(ServiceFront front, WorldStore store, CasesConfig config) {
        this.front = front;
        this.store = store;
        this.longestFault = config.faults().longest();
    }

    <I> void answer(ServiceOperation<I> operation, CurrentRequest current, Buffer body) {
        EncodedJson document;
        current.setSnapshot(store.now());
        try {
            front.admit(current, () -> operation.isValid(operation.read(body.getBytes())));
            document = operation.answer(operation.read(body.getBytes()), current);
        } catch (RuntimeException e) {
            send(Errors.of(e), current);
            return;
        }
        send(document, current);
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
