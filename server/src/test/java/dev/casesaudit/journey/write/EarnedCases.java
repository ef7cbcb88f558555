package dev.casesaudit.journey.write;

import dev.casesaudit.journey.sdk.SdkClients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.FieldIdentifier;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.FieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.GetCaseResponse;
import software.amazon.awssdk.services.connectcases.model.UpdateCaseRequest;

/** A client that creates and changes cases, and reads what that recorded. */
public final class EarnedCases {

    public static final String DOMAIN = SdkClients.DOMAIN;
    static final String TEMPLATE = "template-general";

    private final ConnectCasesClient client;

    public EarnedCases(ConnectCasesClient client) {
        this.client = client;
    }

    static FieldValue field(String id, FieldValueUnion value) {
        return FieldValue.builder().id(id).value(value).build();
    }

    public static FieldValue text(String id, String value) {
        return field(id, FieldValueUnion.fromStringValue(value));
    }

    static FieldValue number(String id, double value) {
        return field(id, FieldValueUnion.fromDoubleValue(value));
    }

    static FieldValue empty(String id) {
        return field(id, FieldValueUnion.fromEmptyValue(value -> {}));
    }

    /** A request with the two fields that the template requires, and others. */
    public static CreateCaseRequest.Builder creation(FieldValue... others) {
        List<FieldValue> fields =
                new ArrayList<>(List.of(text("title", "A case"), text("customer_id", "arn:customer")));
        fields.addAll(List.of(others));
        return CreateCaseRequest.builder()
                .domainId(DOMAIN)
                .templateId(TEMPLATE)
                .clientToken(UUID.randomUUID().toString())
                .fields(fields);
    }

    public String create(FieldValue... others) {
        return client.createCase(creation(others).build()).caseId();
    }

    public void update(String caseId, FieldValue... fields) {
        client.updateCase(UpdateCaseRequest.builder()
                .domainId(DOMAIN)
                .caseId(caseId)
                .fields(fields)
                .build());
    }

    public GetCaseResponse read(String caseId, String... fields) {
        List<FieldIdentifier> ids = new ArrayList<>();
        for (String field : fields) {
            ids.add(FieldIdentifier.builder().id(field).build());
        }
        return client.getCase(request -> request.domainId(DOMAIN).caseId(caseId).fields(ids));
    }

    /** Returns the whole history, oldest first. */
    public List<AuditEvent> history(String caseId) {
        List<AuditEvent> events = new ArrayList<>();
        client.getCaseAuditEventsPaginator(SdkClients.request(DOMAIN, caseId))
                .forEach(page -> events.addAll(page.auditEvents()));
        Collections.reverse(events);
        return events;
    }

    /** Returns what an event says of its fields: the old and the new value of each. */
    public static List<Map.Entry<String, String>> changes(AuditEvent event) {
        return event.fields().stream()
                .map(field -> Map.entry(
                        field.eventFieldId(),
                        (field.oldValue() == null ? "" : field.oldValue().stringValue() + " > ")
                                + (field.newValue().emptyValue() != null
                                        ? "empty"
                                        : field.newValue().stringValue())))
                .toList();
    }
}
