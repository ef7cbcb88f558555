package dev.casesaudit.journey.sdk;

import static dev.casesaudit.journey.sdk.SdkClients.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.AuditEventField;
import software.amazon.awssdk.services.connectcases.model.AuditEventPerformedBy;
import software.amazon.awssdk.services.connectcases.model.UserUnion;

/** Whatever a member may hold reaches the SDK's user unharmed: values at their edges, optional members. */
class EveryValueIT {

    private static List<AuditEvent> events = List.of();

    @BeforeAll
    static void readTheCase() {
        try (ConnectCasesClient cases = SdkClients.of(PackagedMock.shared())) {
            events = cases.getCaseAuditEvents(request("case-every-shape")).auditEvents();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zero, 0.0",
        "negative_zero, -0.0",
        "smallest, 4.9E-324",
        "smallest_normal, 2.2250738585072014E-308",
        "largest, 1.7976931348623157E308",
        "most_negative, -1.7976931348623157E308",
        "largest_exact_integer, 9007199254740992",
        "not_a_number, NaN",
        "infinite, Infinity"
    })
    void keepsDoublesToTheBit(String fieldId, double expected) {
        double served = field("every-shape-04", fieldId).newValue().doubleValue();

        assertThat(Double.doubleToLongBits(served)).isEqualTo(Double.doubleToLongBits(expected));
    }

    @Test
    void keepsNegativeInfinity() {
        assertThat(field("every-shape-04", "infinite").oldValue().doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void keepsStringsOfEveryLengthAndEveryCharacter() {
        assertThat(field("every-shape-05", "empty").newValue().stringValue()).isEmpty();
        assertThat(field("every-shape-05", "empty").oldValue().stringValue()).isEmpty();
        assertThat(field("every-shape-05", "four_bytes").oldValue().stringValue())
                .isEqualTo("é€😀");
        assertThat(field("every-shape-05", "escapes").newValue().stringValue())
                .isEqualTo("quote \" backslash \\ slash / it's");
        assertThat(field("every-shape-long", "longest").newValue().stringValue())
                .isEqualTo("0123456789".repeat(410));
        assertThat(field("every-shape-long", "longest_four_bytes").newValue().stringValue())
                .isEqualTo("😀".repeat(4_100));
    }

    @ParameterizedTest
    @CsvSource({
        "every-shape-01, 2026-03-09T16:45:00.125Z",
        "every-shape-02, 2026-03-09T16:30:00Z",
        "every-shape-04, 2026-03-09T16:00:00.123456789Z"
    })
    void keepsTimesToTheNanosecond(String eventId, Instant expected) {
        assertThat(SdkEvents.named(eventId, events).performedTime()).isEqualTo(expected);
    }

    @Test
    void readsBothArmsOfThePerformer() {
        UserUnion agent =
                SdkEvents.named("every-shape-01", events).performedBy().user();
        UserUnion system =
                SdkEvents.named("every-shape-02", events).performedBy().user();

        assertThat(agent.type()).isEqualTo(UserUnion.Type.USER_ARN);
        assertThat(agent.userArn()).endsWith("/agent/0b6f3a52-7c1e-4d7b-9a55-1f6c2d3e4f01");
        assertThat(agent.customEntity()).isNull();
        assertThat(system.type()).isEqualTo(UserUnion.Type.CUSTOM_ENTITY);
        assertThat(system.customEntity()).isEqualTo("crm-sync/eu-west");
        assertThat(system.userArn()).isNull();
    }

    @Test
    void leavesOutTheUserOrTheWholePerformer() {
        AuditEventPerformedBy role = SdkEvents.named("every-shape-03", events).performedBy();

        assertThat(role.iamPrincipalArn()).isEqualTo("arn:aws:iam::111122223333:role/ConnectCasesRules");
        assertThat(role.user()).isNull();
        assertThat(SdkEvents.named("every-shape-04", events).performedBy()).isNull();
    }

    @Test
    void keepsIdsAndNamesOfFullLength() {
        AuditEvent event = SdkEvents.named("e".repeat(500), events);

        assertThat(event.fields())
                .singleElement()
                .extracting(AuditEventField::eventFieldId)
                .isEqualTo("f".repeat(500));
        assertThat(event.performedBy().iamPrincipalArn()).hasSize(500);
        assertThat(event.performedBy().user().customEntity()).isEqualTo("Az09_-.@:/ inner spaces  too");
    }

    @Test
    void servesEventsWithoutFields() {
        AuditEvent event = SdkEvents.named("every-shape-10", events);

        assertThat(event.hasFields()).isTrue();
        assertThat(event.fields()).isEmpty();
    }

    private static AuditEventField field(String eventId, String fieldId) {
        return SdkEvents.field(fieldId, SdkEvents.named(eventId, events));
    }
}
