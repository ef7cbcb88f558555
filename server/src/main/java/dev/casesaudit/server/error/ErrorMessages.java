package dev.casesaudit.server.error;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The default messages of errors. */
public final class ErrorMessages {

    // In the words of AWS.
    private static final Map<ErrorType, String> OF_ANY_CASE = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            ErrorType.VALIDATION, "The request isn't valid. Check the syntax and try again.",
            ErrorType.ACCESS_DENIED, "You do not have sufficient access to perform this action.",
            ErrorType.THROTTLING, "Rate exceeded",
            ErrorType.INTERNAL_SERVER,
                    "We couldn't process your request because of an issue with the server. Try again later.")));

    // In the words of AWS, of errors that its gateway returns before the service.
    private static final Map<ErrorType, String> OF_THE_GATEWAY = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            ErrorType.BAD_REQUEST, "Invalid request body",
            ErrorType.SERVICE_UNAVAILABLE, "Service Unavailable")));

    // In the words of the service model, of errors that only some operations have.
    private static final Map<ErrorType, String> OF_SOME_OPERATIONS = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            ErrorType.CONFLICT,
            "The requested operation would cause a conflict with the current state of a service resource"
                    + " associated with the request. Resolve the conflict before retrying this request.",
            ErrorType.SERVICE_QUOTA_EXCEEDED,
            "The service quota has been exceeded.")));

    private ErrorMessages() {}

    /** Returns the errors that a fault script can name for any case. */
    public static Set<ErrorType> ofAnyCase() {
        return OF_ANY_CASE.keySet();
    }

    /** Whether the gateway in front of the service returns the error, not the service. */
    public static boolean isOfTheGateway(ErrorType type) {
        return OF_THE_GATEWAY.containsKey(type);
    }

    /** Returns the default message of an error; its name where there is none. */
    public static String of(ErrorType type) {
        return Stream.of(OF_ANY_CASE, OF_THE_GATEWAY, OF_SOME_OPERATIONS)
                .flatMap(messages -> Optional.ofNullable(messages.get(type)).stream())
                .findFirst()
                .orElse(type.wireName());
    }

    public static String missingCase(String caseId, String domainId) {
        return missingIn("Case", caseId, "domain " + domainId);
    }

    /**
     * Returns the message for a resource that is not where it was asked for.
     *
     * @param where such as {@code domain contact-center}
     */
    public static String missingIn(String resourceType, String resourceId, String where) {
        return String.format(Locale.ROOT, "%s %s does not exist in %s.", resourceType, resourceId, where);
    }

    /** Returns the message for a resource that is in no domain, such as a domain itself. */
    public static String missing(String resourceType, String resourceId) {
        return String.format(Locale.ROOT, "%s %s does not exist.", resourceType, resourceId);
    }
}
