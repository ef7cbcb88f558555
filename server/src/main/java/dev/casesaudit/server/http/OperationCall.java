package dev.casesaudit.server.http;

import dev.casesaudit.api.CaseAuditApi;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.api.model.GetCaseAuditEventsResponse;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.Errors;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.json.StrictJson;
import dev.casesaudit.server.page.EncodedPage;
import dev.casesaudit.server.world.WorldStore;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls the operation through its generated interface, and sends the result.
 *
 * <p>JAX-RS dispatch would cost more than the rest of a request. It would also read paths in ways of its own: it drops
 * what follows a {@code ;}, and resolves {@code .} and {@code ..} even where they are percent-encoded.
 */
@Singleton
class OperationCall {

    private static final StrictJson.Reader<GetCaseAuditEventsRequest> READER =
            StrictJson.reader(GetCaseAuditEventsRequest.class);

    private final ServiceFront front;
    private final CaseAuditApi api;
    private final WorldStore store;
    private final Duration longestFault;

    OperationCall(ServiceFront front, CaseAuditApi api, WorldStore store, CasesConfig config) {
        this.front = front;
        this.api = api;
        this.store = store;
        this.longestFault = config.faults().longest();
    }

    void answer(CurrentRequest current, CaseKey key, Buffer body) {
        GetCaseAuditEventsResponse page;
        current.reads(store.now());
        try {
            front.admit(current, key, () -> request(body));
            page = current.serve(() -> api.getCaseAuditEvents(key.domainId(), key.caseId(), request(body)));
        } catch (RuntimeException e) {
            send(Errors.of(e), current);
            return;
        }
        send((EncodedPage) page, current);
    }

    // An empty body is an empty object.
    private static GetCaseAuditEventsRequest request(Buffer body) {
        return body.length() == 0 ? new GetCaseAuditEventsRequest() : READER.read(body.getBytes());
    }

    private void send(EncodedPage page, CurrentRequest current) {
        Optional<Fault> fault = current.fault();
        if (fault.isPresent()) {
            current.noteEnd();
            FaultyResponse.of(page, current.context(), fault.get(), longestFault)
                    .begin();
        } else {
            current.answer(page);
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
