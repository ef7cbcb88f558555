package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.http.CaseRequest;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The case that the kit creates in a target and deletes again. A shutdown hook may delete it while a check still waits
 * for a response.
 */
public final class TemporaryCase {

    private static final Set<Integer> NO_SUCH_METHOD = Set.of(405, 501);

    private final Runnable onCreation;
    private String domainId = "";
    private @Nullable Request creation;
    private @Nullable CaseRef created;

    /** Takes what to do before the case is created. */
    public TemporaryCase(Runnable onCreation) {
        this.onCreation = onCreation;
    }

    /** Records a request to create the case, before it is sent. Its client token makes it safe to send again. */
    public synchronized void creating(String inDomain, Request request) {
        onCreation.run();
        domainId = inDomain;
        creation = request;
    }

    /** Whether there may be a case to delete. */
    public synchronized boolean mayExist() {
        return creation != null;
    }

    public synchronized void created(CaseRef one) {
        created = one;
    }

    /** Records that the target refused to create the case. */
    public synchronized void refused() {
        creation = null;
    }

    /** Returns the id of the case that a response to CreateCase has. */
    public static Optional<String> idIn(Exchange response) {
        return Optional.of(Json.body(response).path("caseId").asText())
                .filter(id -> accepted(response) && !id.isEmpty());
    }

    public static boolean accepted(Exchange exchange) {
        return exchange.response().status() / 100 == 2;
    }

    /** Deletes the case if there is one. Returns the reason and the remedy if it is still there. */
    public synchronized Optional<String> delete(Probe probe) {
        Optional<String> problem = Optional.empty();
        if (creation != null) {
            try {
                problem = created == null ? deleteUnknown(probe, creation) : delete(probe, created);
            } catch (ProbeFailure e) {
                problem = Optional.of(left(String.valueOf(e.getMessage())));
            }
        }
        creation = null;
        return problem;
    }

    // The response to CreateCase was lost. The same token names the same case.
    private Optional<String> deleteUnknown(Probe probe, Request again) throws ProbeFailure {
        Exchange response = probe.send(again);
        Optional<String> id = idIn(response);
        if (id.isPresent()) {
            created = new CaseRef(domainId, id.get());
            return delete(probe, created);
        }
        boolean refused = response.response().status() / 100 == 4;
        return refused ? Optional.empty() : Optional.of(left(Expect.status(response)));
    }

    private Optional<String> delete(Probe probe, CaseRef one) throws ProbeFailure {
        Exchange response = probe.send(CaseRequest.deleteCase(one.domainId(), one.caseId()));
        String name = ErrorName.of(response).orElse("");
        if (accepted(response) || name.equals("ResourceNotFoundException")) {
            return Optional.empty();
        }
        boolean missing = name.equals("UnknownOperationException")
                || NO_SUCH_METHOD.contains(response.response().status());
        return Optional.of(
                missing
                        ? String.format(
                                Locale.ROOT,
                                "The target has no DeleteCase, so %s, which the kit created, is still there. Delete it in another way.",
                                one)
                        : left(Expect.status(response)));
    }

    private String left(String reason) {
        CaseRef one = created;
        return one == null
                ? String.format(
                        Locale.ROOT,
                        "The response to CreateCase did not arrive (%s). If domain '%s' has a new case of the kit, delete it.",
                        reason,
                        domainId)
                : String.format(
                        Locale.ROOT,
                        "The kit could not delete %s, which it created: %s. Delete it, for example with aws connectcases delete-case.",
                        one,
                        reason);
    }
}
