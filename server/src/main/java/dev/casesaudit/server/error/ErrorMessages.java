package dev.casesaudit.server.error;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What errors say where nobody gave them other words. */
public final class ErrorMessages {

    // As AWS words them.
    private static final Map<ErrorType, String> OF_ANY_CASE = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            ErrorType.VALIDATION, "The request isn't valid. Check the syntax and try again.",
            ErrorType.ACCESS_DENIED, "You do not have sufficient access to perform this action.",
            ErrorType.THROTTLING, "Rate exceeded",
            ErrorType.INTERNAL_SERVER,
                    "We couldn't process your request because of an issue with the server. Try again later.")));

    // As AWS words them where its gateway refuses a request before the service does.
    private static final Map<ErrorType, String> OF_THE_GATEWAY = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            ErrorType.BAD_REQUEST, "Invalid request body",
            ErrorType.SERVICE_UNAVAILABLE, "Service Unavailable")));

    private ErrorMessages() {}

    /** The errors that a fault script can name for any case. */
    public static Set<ErrorType> ofAnyCase() {
        return OF_ANY_CASE.keySet();
    }

    /** Whether it comes from what is in front of the service, not from the service. */
    public static boolean isOfTheGateway(ErrorType type) {
        return OF_THE_GATEWAY.containsKey(type);
    }

    /** The message of an error that a fault script can name for any case, or of the gateway; of others, their name. */
    public static String of(ErrorType type) {
        return OF_ANY_CASE.getOrDefault(type, OF_THE_GATEWAY.getOrDefault(type, type.wireName()));
    }

    public static String missingCase(String caseId, String domainId) {
        return String.format(Locale.ROOT, "Case %s does not exist in domain %s.", caseId, domainId);
    }

    /** The message for a resource that is in no domain, such as a domain. */
    public static String missing(String resourceType, String resourceId) {
        return String.format(Locale.ROOT, "%s %s does not exist.", resourceType, resourceId);
    }
}
