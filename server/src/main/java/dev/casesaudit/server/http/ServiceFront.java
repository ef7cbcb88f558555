package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.json.StrictJson;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The gateway in front of the service: with a fault, it refuses requests before the service reads them. */
@Singleton
class ServiceFront {

    // From one edition of the API reference. The contract has no pattern.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-._/:#=+-]*");

    private static final List<String> LABELS = List.of("/domainId", "/caseId", "/relatedItemId");

    /**
     * Lets a request through to the service.
     *
     * @param labels the ids in the path
     * @param hasValidBody whether the body breaks no constraint; may throw {@link StrictJson.Malformed}
     * @throws ServiceException the error of the gateway
     */
    void admit(CurrentRequest current, List<String> labels, BooleanSupplier hasValidBody) {
        CaseKey key = current.key();
        Fault fault = current.snapshot()
                .behaviours()
                .inFront(key, current.attempt().invocationId(), current.behaviourHeaders())
                .orElse(null);
        if (fault == null) {
            return;
        }
        current.setFaultInFront(fault);
        if (fault.equals(Fault.NONE)) {
            return;
        }
        current.attempt().setBehaviour(fault.text(), fault.changesResponse());
        current.setFault(fault);
        if (fault.outcome() instanceof Outcome.ErrorResponse error) {
            throw new ServiceException(error.answer(key));
        }
        if (fault.outcome() instanceof Outcome.Gateway gateway) {
            pass(gateway, labels, hasValidBody);
        }
    }

    private static void pass(Outcome.Gateway gateway, List<String> labels, BooleanSupplier hasValidBody) {
        if (gateway.ids()) {
            for (int i = 0; i < labels.size(); i++) {
                requirePattern(LABELS.get(i), labels.get(i));
            }
        }
        if (gateway.bodies() && !isTrue(hasValidBody)) {
            throw new ServiceException(ErrorType.BAD_REQUEST, ErrorMessages.of(ErrorType.BAD_REQUEST));
        }
    }

    private static void requirePattern(String pointer, String id) {
        if (!ID.matcher(id).matches()) {
            throw new ServiceException(
                    ErrorType.VALIDATION,
                    String.format(
                            Locale.ROOT,
                            "1 validation error detected. Value at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s",
                            pointer,
                            ID));
        }
    }

    private static boolean isTrue(BooleanSupplier hasValidBody) {
        try {
            return hasValidBody.getAsBoolean();
        } catch (StrictJson.Malformed e) {
            return false;
        }
    }
}
