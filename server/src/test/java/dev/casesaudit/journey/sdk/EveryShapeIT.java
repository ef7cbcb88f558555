package dev.casesaudit.journey.sdk;

import static dev.casesaudit.journey.sdk.SdkClients.request;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion.fromBooleanValue;
import static software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion.fromDoubleValue;
import static software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion.fromEmptyValue;
import static software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion.fromStringValue;
import static software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion.fromUserArnValue;

import dev.casesaudit.journey.PackagedMock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.AuditEventField;
import software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.AuditEventType;
import software.amazon.awssdk.services.connectcases.model.EmptyFieldValue;
import software.amazon.awssdk.services.connectcases.model.RelatedItemType;

/** Values at their edges are those of EveryValueIT; here is which kinds of things there are. */
class EveryShapeIT {

    private static final EmptyFieldValue NOTHING = EmptyFieldValue.builder().build();
    private static final String AGENT =
            "arn:aws:connect:us-east-1:111122223333:instance/8c6b5a1e-2f0d-4e55-a3a1-6f1d0c2b7e10/agent/0b6f3a52-7c1e-4d7b-9a55-1f6c2d3e4f0";

    private static List<AuditEvent> events = List.of();

    @BeforeAll
    static void readTheCase() {
        try (ConnectCasesClient cases = SdkClients.of(PackagedMock.shared())) {
            events = cases.getCaseAuditEvents(request("case-every-shape")).auditEvents();
        }
    }

    @Test
    void setsEachArmOfAValueAsOldAndAsNewValue() {
        List<AuditEventFieldValueUnion.Type> arms = Arrays.stream(AuditEventFieldValueUnion.Type.values())
                .filter(not(AuditEventFieldValueUnion.Type.UNKNOWN_TO_SDK_VERSION::equals))
                .toList();

        assertThat(arms).hasSize(5);
        assertThat(types(fields().map(AuditEventField::oldValue))).containsExactlyInAnyOrderElementsOf(arms);
        assertThat(types(fields().map(AuditEventField::newValue))).containsExactlyInAnyOrderElementsOf(arms);
    }

    @Test
    void servesEachArmWithItsValue() {
        assertThat(SdkEvents.named("every-shape-01", events).fields())
                .containsExactly(
                        change("status", fromStringValue("open"), fromStringValue("closed")),
                        change("refund_amount", fromDoubleValue(79.9), fromDoubleValue(39.95)),
                        change("vip", fromBooleanValue(false), fromBooleanValue(true)),
                        change("case_reason", fromEmptyValue(NOTHING), fromEmptyValue(NOTHING)),
                        change("assigned_user", fromUserArnValue(AGENT + "1"), fromUserArnValue(AGENT + "2")));
    }

    @Test
    void leavesOutAnOldValueThatThereIsNot() {
        assertThat(SdkEvents.named("every-shape-03", events).fields())
                .hasSize(5)
                .allSatisfy(field -> {
                    assertThat(field.oldValue()).isNull();
                    assertThat(field.newValue()).isNotNull();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "every-shape-15,Case.Created,CASE_CREATED",
        "every-shape-01,Case.Updated,CASE_UPDATED",
        "every-shape-06,RelatedItem.Created,RELATED_ITEM_CREATED",
        // Younger than this SDK.
        "every-shape-12,RelatedItem.Updated,UNKNOWN_TO_SDK_VERSION",
        "every-shape-13,RelatedItem.Deleted,UNKNOWN_TO_SDK_VERSION"
    })
    void hasEventsOfEachType(String eventId, String name, AuditEventType known) {
        AuditEvent event = SdkEvents.named(eventId, events);

        assertThat(event.typeAsString()).isEqualTo(name);
        assertThat(event.type()).isEqualTo(known);
    }

    @Test
    void hasRelatedItemsOfEachType() {
        assertThat(events.stream()
                        .map(AuditEvent::relatedItemType)
                        .filter(Objects::nonNull)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(RelatedItemType.knownValues());
        assertThat(SdkEvents.named("every-shape-10", events).relatedItemTypeAsString())
                .isEqualTo("ConnectCase");
        assertThat(SdkEvents.named("every-shape-01", events).relatedItemType()).isNull();
    }

    private static Stream<AuditEventField> fields() {
        return events.stream().flatMap(event -> event.fields().stream());
    }

    private static List<AuditEventFieldValueUnion.Type> types(Stream<AuditEventFieldValueUnion> values) {
        return values.filter(Objects::nonNull)
                .map(AuditEventFieldValueUnion::type)
                .distinct()
                .toList();
    }

    private static AuditEventField change(
            String id, AuditEventFieldValueUnion oldValue, AuditEventFieldValueUnion newValue) {
        return AuditEventField.builder()
                .eventFieldId(id)
                .oldValue(oldValue)
                .newValue(newValue)
                .build();
    }
}
