package dev.casesaudit.journey.behaviour;

import static dev.casesaudit.journey.sdk.StandardClient.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.AuditEventField;
import software.amazon.awssdk.services.connectcases.model.AuditEventFieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.AuditEventType;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;
import software.amazon.awssdk.services.connectcases.model.RelatedItemType;
import software.amazon.awssdk.services.connectcases.model.UserUnion;

/** Future members, types and arms, in a case that has a value of every kind. */
class TomorrowIT {

    private static final String DOMAIN = "tomorrow";
    private static final AuditEventFieldValueUnion.Type UNKNOWN = AuditEventFieldValueUnion.Type.UNKNOWN_TO_SDK_VERSION;

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.of(PackagedMock.shared());

    @Test
    void readsAnUnknownEventTypeAsUnknownAndKeepsItsName() {
        for (Pair event : changedBy("event-type")) {
            assertThat(event.tomorrow().type()).isEqualTo(AuditEventType.UNKNOWN_TO_SDK_VERSION);
            assertThat(event.tomorrow().typeAsString()).isEqualTo("Tomorrow.Happened");
            assertThat(event.tomorrow().toBuilder()
                            .type(event.today().typeAsString())
                            .build())
                    .isEqualTo(event.today());
        }
    }

    @Test
    void readsAnUnknownRelatedItemTypeAsUnknownAndKeepsItsName() {
        for (Pair event : changedBy("related-item-type")) {
            assertThat(event.tomorrow().relatedItemType()).isEqualTo(RelatedItemType.UNKNOWN_TO_SDK_VERSION);
            assertThat(event.tomorrow().relatedItemTypeAsString()).isEqualTo("Tomorrow");
            assertThat(event.tomorrow().toBuilder()
                            .relatedItemType(event.today().relatedItemTypeAsString())
                            .build())
                    .isEqualTo(event.today());
        }
    }

    @Test
    void readsAnUnknownArmOfAFieldAsUnknown() {
        for (Pair event : changedBy("field-arm")) {
            assertThat(event.tomorrow().fields()).isNotEmpty().allSatisfy(field -> {
                assertThat(field.newValue().type()).isEqualTo(UNKNOWN);
                assertThat(field.oldValue().type()).isEqualTo(UNKNOWN);
            });
            assertThat(event.tomorrow().toBuilder()
                            .fields(event.today().fields())
                            .build())
                    .isEqualTo(event.today());
        }
    }

    @Test
    void readsAnUnknownArmOfAUserAsUnknown() {
        for (Pair event : changedBy("user-arm")) {
            assertThat(event.tomorrow().performedBy().user().type()).isEqualTo(UserUnion.Type.UNKNOWN_TO_SDK_VERSION);
            assertThat(event.tomorrow().toBuilder()
                            .performedBy(event.today().performedBy())
                            .build())
                    .isEqualTo(event.today());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"union-type", "extra-members"})
    void readsPastWhatItHasNoPlaceFor(String novelty) {
        assertThat(changedBy(novelty))
                .allSatisfy(event -> assertThat(event.tomorrow()).isEqualTo(event.today()));
    }

    @Test
    void readsNullItemsAsNulls() {
        List<AuditEvent> today = today("null-items");
        List<GetCaseAuditEventsResponse> pages = tomorrow("null-items", "null-items");

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.auditEvents().size()).isBetween(3, 25);
            assertThat(page.auditEvents()).startsWith((AuditEvent) null).endsWith((AuditEvent) null);
        });
        List<AuditEvent> events =
                events(pages).stream().filter(Objects::nonNull).toList();
        assertThat(events)
                .allSatisfy(event -> assertThat(event.fields())
                        .startsWith((AuditEventField) null)
                        .endsWith((AuditEventField) null));
        assertThat(events.stream().map(TomorrowIT::withoutNullFields).toList()).isEqualTo(today);
    }

    @Test
    void isWalkedToItsEndWithAllOfItAtOnce() {
        List<AuditEvent> today = today("all");
        List<AuditEvent> events =
                events(tomorrow("all", "all")).stream().filter(Objects::nonNull).toList();

        assertThat(events)
                .extracting(AuditEvent::eventId)
                .isEqualTo(today.stream().map(AuditEvent::eventId).toList());
        assertThat(events).extracting(AuditEvent::typeAsString).containsOnly("Tomorrow.Happened");
        assertThat(events).extracting(AuditEvent::relatedItemTypeAsString).containsOnly("Tomorrow");
        assertThat(events)
                .extracting(event -> event.performedBy().user().type())
                .containsOnly(UserUnion.Type.UNKNOWN_TO_SDK_VERSION);
        // An empty value stays, since its object has room for unknown members.
        assertThat(values(events)).contains(UNKNOWN).containsOnly(UNKNOWN, AuditEventFieldValueUnion.Type.EMPTY_VALUE);
    }

    private List<Pair> changedBy(String novelty) {
        List<AuditEvent> today = today(novelty);
        List<AuditEvent> tomorrow = events(tomorrow(novelty, novelty));
        assertThat(tomorrow).hasSameSizeAs(today).hasSizeGreaterThan(5);
        return Stream.iterate(0, i -> i < today.size(), i -> i + 1)
                .map(i -> new Pair(today.get(i), tomorrow.get(i)))
                .toList();
    }

    private List<AuditEvent> today(String caseId) {
        control.post(
                "domains/contact-center/cases/case-every-shape/copies",
                "{\"domainId\": \"%s\", \"caseId\": \"%s\"}".formatted(DOMAIN, caseId));
        return events(client.walk(DOMAIN, caseId));
    }

    private List<GetCaseAuditEventsResponse> tomorrow(String caseId, String novelty) {
        control.setBehaviour(DOMAIN, caseId, "{\"tomorrow\": \"%s\"}".formatted(novelty));
        return client.walk(DOMAIN, caseId);
    }

    private static Stream<AuditEventFieldValueUnion.Type> values(List<AuditEvent> events) {
        return events.stream()
                .flatMap(event -> event.fields().stream())
                .filter(Objects::nonNull)
                .flatMap(field -> Stream.of(field.newValue(), field.oldValue()))
                .map(AuditEventFieldValueUnion::type);
    }

    private static AuditEvent withoutNullFields(AuditEvent event) {
        return event.toBuilder()
                .fields(event.fields().stream().filter(Objects::nonNull).toList())
                .build();
    }

    private record Pair(AuditEvent today, AuditEvent tomorrow) {}
}
