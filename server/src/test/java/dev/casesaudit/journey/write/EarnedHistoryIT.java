package dev.casesaudit.journey.write;

import static dev.casesaudit.journey.write.EarnedCases.DOMAIN;
import static dev.casesaudit.journey.write.EarnedCases.creation;
import static dev.casesaudit.journey.write.EarnedCases.empty;
import static dev.casesaudit.journey.write.EarnedCases.field;
import static dev.casesaudit.journey.write.EarnedCases.number;
import static dev.casesaudit.journey.write.EarnedCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.SdkClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.CreateCaseRequest;
import software.amazon.awssdk.services.connectcases.model.FieldSummary;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.FieldValueUnion;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;
import software.amazon.awssdk.services.connectcases.model.RelatedItemInputContent;
import software.amazon.awssdk.services.connectcases.model.RelatedItemType;
import software.amazon.awssdk.services.connectcases.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connectcases.model.UserUnion;
import software.amazon.awssdk.services.connectcases.model.ValidationException;

/** What production code does with a case, by the SDK, and the history that it earns. */
class EarnedHistoryIT {

    @AutoClose
    private static final ConnectCasesClient CLIENT = SdkClients.of(PackagedMock.shared());

    private final EarnedCases cases = new EarnedCases(CLIENT);

    @Test
    void beginsWithTheValuesThatTheCaseWasCreatedWith() {
        CreateCaseRequest request = creation(number("refund-amount", 12.5))
                .performedBy(UserUnion.fromUserArn("arn:aws:connect:us-east-1:111122223333:instance/i/agent/a"))
                .build();

        String caseId = CLIENT.createCase(request).caseId();

        assertThat(cases.history(caseId)).singleElement().satisfies(event -> {
            assertThat(event.typeAsString()).isEqualTo("Case.Created");
            assertThat(event.fields())
                    .extracting(field -> field.eventFieldId())
                    .containsExactly("title", "customer_id", "refund-amount");
            assertThat(event.fields()).extracting(field -> field.oldValue()).containsOnlyNulls();
            assertThat(event.fields().get(2).newValue().doubleValue()).isEqualTo(12.5);
            assertThat(event.performedBy().user().userArn()).endsWith("agent/a");
            assertThat(event.performedBy().iamPrincipalArn()).isEqualTo("arn:aws:iam::111122223333:role/CasesClient");
        });
    }

    @Test
    void listsWhatAnUpdateChangedWithTheOldValueWhereThereWasOne() {
        String caseId = cases.create(text("summary", "old"));

        cases.update(
                caseId,
                text("title", "A case"),
                text("summary", "new"),
                text("order-number", "4711"),
                text("status", "closed"));
        cases.update(caseId, empty("summary"), empty("owner"));

        assertThat(cases.history(caseId).stream().skip(1).map(EarnedCases::changes))
                .containsExactly(
                        List.of(
                                Map.entry("summary", "old > new"),
                                Map.entry("order-number", "4711"),
                                Map.entry("status", "open > closed")),
                        List.of(Map.entry("summary", "new > empty")));
    }

    @Test
    void doesNotListWhatChangesNothingOrWasRefused() {
        String caseId = cases.create();

        cases.update(caseId);
        cases.update(caseId, text("title", "A case"), empty("summary"));
        assertThatThrownBy(() -> cases.update(caseId, text("title", "other"), text("nope", "")))
                .isInstanceOf(ValidationException.class);

        assertThat(cases.history(caseId)).hasSize(1);
        assertThat(cases.read(caseId, "title").fields()).containsExactly(text("title", "A case"));
    }

    static Stream<FieldValue> values() {
        return Stream.of(
                text("order-number", ""),
                text("order-number", "😀".repeat(4_100)),
                number("refund-amount", -0.0),
                number("refund-amount", Double.NaN),
                number("refund-amount", Double.POSITIVE_INFINITY),
                number("refund-amount", Double.MIN_VALUE),
                field("vip", FieldValueUnion.fromBooleanValue(false)),
                text("callback-at", "2026-01-31T09:30:00Z"),
                text("tracking-url", "https://example.com/?a=b#c"),
                text("category", "delivery"),
                field("owner", FieldValueUnion.fromUserArnValue("arn:user")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void hasValuesOfEachTypeAsTheyWereWritten(FieldValue value) {
        String caseId = cases.create(value);

        assertThat(cases.read(caseId, value.id()).fields()).containsExactly(value);
        assertThat(cases.history(caseId)
                        .get(0)
                        .fields()
                        .get(2)
                        .newValue()
                        .toString()
                        .replaceFirst("^\\w+", ""))
                .isEqualTo(value.value().toString().replaceFirst("^\\w+", ""));

        cases.update(caseId, empty(value.id()));

        assertThat(cases.read(caseId, value.id()).hasFields()).isTrue();
        assertThat(cases.read(caseId, value.id()).fields()).isEmpty();
    }

    @Test
    void hasTheFieldsThatTheServiceKeeps() {
        Instant before = Instant.now();
        String caseId = cases.create();
        cases.update(caseId, text("status", "closed"));

        Map<String, String> fields = new HashMap<>();
        cases.read(
                        caseId,
                        "case_id",
                        "status",
                        "reference_number",
                        "created_datetime",
                        "last_updated_datetime",
                        "last_closed_datetime",
                        "assigned_queue")
                .fields()
                .forEach(value -> fields.put(value.id(), value.value().stringValue()));

        assertThat(fields)
                .containsEntry("case_id", caseId)
                .containsEntry("status", "closed")
                .doesNotContainKey("assigned_queue");
        assertThat(fields.get("reference_number")).matches("[0-9]{8}");
        assertThat(Instant.parse(fields.get("created_datetime"))).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(fields.get("last_closed_datetime")).isEqualTo(fields.get("last_updated_datetime"));
    }

    static Stream<RelatedItemInputContent> contents() {
        return Stream.of(
                RelatedItemInputContent.fromContact(contact -> contact.contactArn("arn:contact")),
                RelatedItemInputContent.fromComment(
                        comment -> comment.body("hello").contentType("Text/Plain")),
                RelatedItemInputContent.fromFile(file -> file.fileArn("arn:file")),
                RelatedItemInputContent.fromSla(sla -> sla.slaInputConfiguration(configuration -> configuration
                        .name("soon")
                        .type("CaseField")
                        .fieldId("status")
                        .targetFieldValues(FieldValueUnion.fromStringValue("closed"))
                        .targetSlaMinutes(1_051_200L))),
                RelatedItemInputContent.fromConnectCase(other -> other.caseId("case-empty")),
                RelatedItemInputContent.fromCustom(custom -> custom.fields(text("order-number", "4711"))));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void listsTheRelatedItemsThatAreAddedAndRemoved(RelatedItemInputContent content) {
        String caseId = cases.create();
        RelatedItemType type = RelatedItemType.valueOf(content.type().name());

        String itemId = CLIENT.createRelatedItem(request ->
                        request.domainId(DOMAIN).caseId(caseId).type(type).content(content))
                .relatedItemId();
        CLIENT.deleteRelatedItem(
                request -> request.domainId(DOMAIN).caseId(caseId).relatedItemId(itemId));

        List<AuditEvent> events = cases.history(caseId);
        assertThat(events)
                .extracting(AuditEvent::typeAsString)
                .containsExactly("Case.Created", "RelatedItem.Created", "RelatedItem.Deleted");
        assertThat(events.subList(1, 3)).extracting(AuditEvent::relatedItemType).containsOnly(type);
        assertThat(events.get(1).fields()).isNotEmpty();
        assertThat(events.get(2).fields()).isEmpty();
        assertThatThrownBy(() -> CLIENT.deleteRelatedItem(
                        request -> request.domainId(DOMAIN).caseId(caseId).relatedItemId(itemId)))
                .isInstanceOfSatisfying(ResourceNotFoundException.class, missing -> {
                    assertThat(missing.resourceType()).isEqualTo("RelatedItem");
                    assertThat(missing.resourceId()).isEqualTo(itemId);
                });
    }

    // By a plain request: this version of the SDK does not have the operation.
    @Test
    void listsWhatAnUpdateOfACommentChanged() {
        String caseId = cases.create();
        String itemId = CLIENT.createRelatedItem(request -> request.domainId(DOMAIN)
                        .caseId(caseId)
                        .type("Comment")
                        .content(RelatedItemInputContent.fromComment(
                                comment -> comment.body("before").contentType("Text/Plain"))))
                .relatedItemId();

        OperationRequests.json("{\"content\":{\"comment\":{\"body\":\"after\",\"contentType\":\"Text/Plain\"}}}")
                .put("/domains/" + DOMAIN + "/cases/" + caseId + "/related-items/" + itemId)
                .then()
                .statusCode(200)
                .body("relatedItemId", equalTo(itemId));

        AuditEvent event = cases.history(caseId).get(2);
        assertThat(event.typeAsString()).isEqualTo("RelatedItem.Updated");
        assertThat(event.relatedItemType()).isEqualTo(RelatedItemType.COMMENT);
        assertThat(event.fields()).singleElement().satisfies(field -> {
            assertThat(field.eventFieldId()).isEqualTo("body");
            assertThat(field.oldValue().stringValue()).isEqualTo("before");
            assertThat(field.newValue().stringValue()).isEqualTo("after");
        });
    }

    @Test
    void cutsACommentThatIsLongerThanAValueOfAnEvent() {
        String caseId = cases.create();
        String body = "😀".repeat(15_000);

        CLIENT.createRelatedItem(request -> request.domainId(DOMAIN)
                .caseId(caseId)
                .type("Comment")
                .content(RelatedItemInputContent.fromComment(
                        comment -> comment.body(body).contentType("Text/Plain"))));

        assertThat(EarnedCases.changes(cases.history(caseId).get(1)))
                .containsExactly(Map.entry("body", "😀".repeat(4_100)));
    }

    @Test
    void endsWithTheCase() {
        String caseId = cases.create();

        CLIENT.deleteCase(request -> request.domainId(DOMAIN).caseId(caseId));

        List<Callable<?>> requests = List.of(
                () -> cases.history(caseId),
                () -> cases.read(caseId, "title"),
                () -> CLIENT.deleteCase(request -> request.domainId(DOMAIN).caseId(caseId)),
                () -> {
                    cases.update(caseId, text("title", "t"));
                    return caseId;
                });
        for (Callable<?> request : requests) {
            assertThatThrownBy(request::call).isInstanceOfSatisfying(ResourceNotFoundException.class, missing -> {
                assertThat(missing.resourceType()).isEqualTo("Case");
                assertThat(missing.resourceId()).isEqualTo(caseId);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"case-two-pages", "case-one-event", "case-every-shape", "case-empty"})
    void growsAtTheNewEndOfASeededCase(String seeded) {
        ControlClient control = ControlClient.of(PackagedMock.shared());
        String caseId = "grown-" + seeded;
        control.post(ControlClient.casePath(DOMAIN, seeded) + "/copies", "{\"caseId\": \"%s\"}".formatted(caseId));
        List<AuditEvent> before = cases.history(caseId);
        GetCaseAuditEventsResponse firstPage = CLIENT.getCaseAuditEvents(
                request -> request.domainId(DOMAIN).caseId(caseId).maxResults(1));

        cases.update(caseId, text("title", "Another title"));

        List<AuditEvent> after = cases.history(caseId);
        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(EarnedCases.changes(after.get(before.size())))
                .singleElement()
                .satisfies(change -> assertThat(change.getKey() + change.getValue())
                        .startsWith("title")
                        .endsWith("Another title"));
        assertThat(cases.read(caseId, "title").fields()).containsExactly(text("title", "Another title"));
        if (firstPage.nextToken() != null) {
            assertThat(CLIENT.getCaseAuditEvents(request ->
                                    request.domainId(DOMAIN).caseId(caseId).nextToken(firstPage.nextToken()))
                            .auditEvents()
                            .get(0))
                    .isEqualTo(before.get(before.size() - 2));
        }
        control.delete(ControlClient.casePath(DOMAIN, caseId));
    }

    @Test
    void isOneUnbrokenChainWhenManyThreadsUpdateACase() throws InterruptedException, ExecutionException {
        String caseId = cases.create(text("order-number", "start"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> updates = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            String name = "thread-" + thread;
            updates.add(threads.submit(() -> IntStream.range(0, 25)
                    .forEach(number -> cases.update(caseId, text("order-number", name + "-" + number)))));
        }
        for (Future<?> update : updates) {
            update.get();
        }
        threads.shutdown();

        List<AuditEvent> events = cases.history(caseId);

        assertThat(events).hasSize(201);
        String value = "start";
        for (int i = 1; i < events.size(); i++) {
            assertThat(events.get(i).performedTime())
                    .isAfterOrEqualTo(events.get(i - 1).performedTime());
            assertThat(events.get(i).fields().get(0).oldValue().stringValue()).isEqualTo(value);
            value = events.get(i).fields().get(0).newValue().stringValue();
        }
        assertThat(cases.read(caseId, "order-number").fields()).containsExactly(text("order-number", value));
    }

    @Test
    void isThatOfItsOwnCaseForEachOfManyClients() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<List<AuditEvent>>> clients = new ArrayList<>();
        for (int number = 0; number < 64; number++) {
            String own = "client-" + number;
            clients.add(threads.submit(() -> {
                String caseId = cases.create(text("order-number", own));
                for (int update = 0; update < 5; update++) {
                    cases.update(caseId, text("order-number", own + "-" + update));
                }
                return cases.history(caseId);
            }));
        }
        for (int number = 0; number < 64; number++) {
            List<AuditEvent> events = clients.get(number).get();
            String own = "client-" + number;

            assertThat(events).hasSize(6);
            assertThat(events.subList(1, 6))
                    .allSatisfy(
                            event -> assertThat(event.fields().get(0).newValue().stringValue())
                                    .startsWith(own + "-"));
        }
        threads.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 18, 19, 100})
    void findsAllFieldsOfItsDomainWhateverThePageSize(int size) {
        List<FieldSummary> all = new ArrayList<>();
        CLIENT.listFieldsPaginator(request -> request.domainId(DOMAIN).maxResults(size))
                .forEach(page -> {
                    assertThat(page.fields()).hasSizeLessThanOrEqualTo(size);
                    all.addAll(page.fields());
                });

        assertThat(all).hasSize(19).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(FieldSummary::fieldId)
                .contains("case_id", "assigned_queue", "order-number", "owner");
        assertThat(all).extracting(FieldSummary::namespaceAsString).containsOnly("System", "Custom");
    }
}
