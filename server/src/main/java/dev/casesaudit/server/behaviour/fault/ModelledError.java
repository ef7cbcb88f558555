package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import dev.casesaudit.server.error.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An attempt ends with an error that scripts know by name. Members that the script leaves out depend on the case. */
public record ModelledError(
        ErrorType type,
        Optional<String> message,
        RetryAfter retryAfter,
        Optional<String> resourceType,
        Optional<String> resourceId)
        implements Outcome.ErrorResponse {

    public static ModelledError of(ErrorType type) {
        return new ModelledError(type, Optional.empty(), RetryAfter.NONE, Optional.empty(), Optional.empty());
    }

    @Override
    public boolean isInFront() {
        return ErrorMessages.isOfTheGateway(type);
    }

    @Override
    public ServiceError answer(CaseKey key) {
        if (type == ErrorType.RESOURCE_NOT_FOUND) {
            return notFound(key);
        }
        return ServiceError.of(type, message.orElseGet(() -> ErrorMessages.of(type)))
                .retryAfter(retryAfter);
    }

    private ServiceError notFound(CaseKey key) {
        String kind = resourceType.orElse(key.isOfDomain() ? "Domain" : "Case");
        String id = resourceId.orElse(kind.equals("Domain") ? key.domainId() : key.caseId());
        return ServiceError.resourceNotFound(
                kind,
                id,
                message.orElseGet(() -> kind.equals("Case")
                        ? ErrorMessages.missingCase(id, key.domainId())
                        : ErrorMessages.missing(kind, id)));
    }

    /** Returns the name of an error in scripts. */
    static String name(ErrorType type) {
        return type.wireName().substring(0, type.wireName().length() - "Exception".length());
    }

    @Override
    public String toString() {
        List<String> arguments = new ArrayList<>();
        message.ifPresent(text -> arguments.add("message=" + Words.write(text)));
        arguments.addAll(RetryArguments.write(retryAfter));
        resourceType.ifPresent(text -> arguments.add("resourceType=" + Words.write(text)));
        resourceId.ifPresent(text -> arguments.add("resourceId=" + Words.write(text)));
        return arguments.isEmpty()
                ? name(type)
                : String.format(Locale.ROOT, "%s(%s)", name(type), String.join(", ", arguments));
    }
}
