package dev.casesaudit.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the contract knows and the AWS SDK these tests run against does not, each with the reason. */
final class KnownAhead {

    static final String ERRORS = "errors";

    private static final String NEWER_MODEL = "AWS's model lists it since a release newer than this SDK";
    private static final String PROTOCOL = "an error of the protocol restJson1, which no service models";
    private static final String COMMON = "an error common to all AWS services, which this service does not model";
    private static final String MOCK = "an error of the mock's own limits, which no document names";

    static final List<Entry> ENTRIES = Stream.of(
                    entries("AuditEventType", NEWER_MODEL, "RelatedItem.Updated", "RelatedItem.Deleted"),
                    entries(
                            ERRORS,
                            PROTOCOL,
                            "SerializationException",
                            "NotAcceptableException",
                            "UnsupportedMediaTypeException",
                            "UnknownOperationException"),
                    entries(
                            ERRORS,
                            COMMON,
                            "MissingAuthenticationTokenException",
                            "InvalidSignatureException",
                            "UnrecognizedClientException",
                            "ExpiredTokenException",
                            "IncompleteSignatureException"),
                    entries(
                            ERRORS,
                            MOCK,
                            "RequestEntityTooLargeException",
                            "RequestUriTooLongException",
                            "RequestHeaderFieldsTooLargeException"))
            .flatMap(List::stream)
            .toList();

    private KnownAhead() {}

    /** Returns what the contract may hold beyond the SDK in one enumeration, or among the errors. */
    static Set<String> of(String where) {
        return ENTRIES.stream()
                .filter(entry -> entry.where().equals(where))
                .map(Entry::value)
                .collect(Collectors.toSet());
    }

    private static List<Entry> entries(String where, String reason, String... values) {
        return Stream.of(values).map(value -> new Entry(where, value, reason)).toList();
    }

    /** One value that only the contract has. */
    record Entry(String where, String value, String reason) {}
}
