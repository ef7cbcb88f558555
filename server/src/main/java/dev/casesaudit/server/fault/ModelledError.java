package dev.casesaudit.server.fault;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ErrorMessages;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An attempt that ends with an error of the contract. What is left out is filled in when the case is known. */
public record ModelledError(
        ErrorType type,
        Optional<String> message,
        OptionalInt retryAfter,
        Optional<String> resourceType,
        Optional<String> resourceId)
        implements Outcome {

    /** An error of which nothing is said but its name. */
    public static ModelledError of(ErrorType type) {
        return new ModelledError(type, Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** The error as it leaves, for a request of this case. */
    public ServiceError answer(CaseKey asked) {
        if (type == ErrorType.RESOURCE_NOT_FOUND) {
            return notFound(asked);
        }
        ServiceError error = ServiceError.of(type, message.orElseGet(() -> ErrorMessages.of(type)));
        return retryAfter.isPresent() ? error.retryAfter(retryAfter.getAsInt()) : error;
    }

    private ServiceError notFound(CaseKey asked) {
        String kind = resourceType.orElse("Case");
        String id = resourceId.orElse(kind.equals("Domain") ? asked.domainId() : asked.caseId());
        return ServiceError.resourceNotFound(
                kind,
                id,
                message.orElseGet(() -> kind.equals("Case")
                        ? ErrorMessages.missingCase(id, asked.domainId())
                        : ErrorMessages.missing(kind, id)));
    }

    /** The name of an error in scripts. */
    static String name(ErrorType type) {
        return type.wireName().substring(0, type.wireName().length() - "Exception".length());
    }

    @Override
    public String toString() {
        List<String> arguments = new ArrayList<>();
        message.ifPresent(text -> arguments.add("message=" + Words.write(text)));
        retryAfter.ifPresent(seconds -> arguments.add("retryAfter=" + seconds));
        resourceType.ifPresent(text -> arguments.add("resourceType=" + Words.write(text)));
        resourceId.ifPresent(text -> arguments.add("resourceId=" + Words.write(text)));
        return arguments.isEmpty() ? name(type) : "%s(%s)".formatted(name(type), String.join(", ", arguments));
    }
}
