package dev.casesaudit.journey.sdk;

import java.util.List;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.AuditEventField;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;

/** Reads events with the SDK. */
public final class SdkEvents {

    private SdkEvents() {}

    /** Walks a case to its end, and returns the id of each event. */
    public static List<String> ids(ConnectCasesClient cases, GetCaseAuditEventsRequest request) {
        return cases.getCaseAuditEventsPaginator(request).stream()
                .flatMap(page -> page.auditEvents().stream())
                .map(AuditEvent::eventId)
                .toList();
    }

    public static AuditEvent named(String eventId, List<AuditEvent> events) {
        return events.stream()
                .filter(event -> event.eventId().equals(eventId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected an event '%s', got none".formatted(eventId)));
    }

    public static AuditEventField field(String fieldId, AuditEvent event) {
        return event.fields().stream()
                .filter(field -> field.eventFieldId().equals(fieldId))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "at %s: expected a field '%s', got none".formatted(event.eventId(), fieldId)));
    }
}
