package dev.casesaudit.server.behaviour.tomorrow;

import static dev.casesaudit.server.behaviour.tomorrow.Trees.events;
import static dev.casesaudit.server.behaviour.tomorrow.Trees.fields;
import static dev.casesaudit.server.behaviour.tomorrow.Trees.kindsOfExtraMembers;
import static dev.casesaudit.server.behaviour.tomorrow.Trees.names;
import static dev.casesaudit.server.behaviour.tomorrow.Trees.read;
import static dev.casesaudit.server.behaviour.tomorrow.Trees.unions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.fixture.Loaders;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The future form of the events of the case that has every shape. */
class FutureMembersTest {

    private static final Contract CONTRACT = Contract.operation();
    private static final byte[][] TODAY = everyShape();
    private static final Set<String> KINDS = Set.of("STRING", "NUMBER", "BOOLEAN", "NULL", "OBJECT", "ARRAY");

    @Test
    void hasNothingToDoToday() {
        assertThat(Tomorrow.none().items(TODAY, 25)).isSameAs(TODAY);
    }

    @ParameterizedTest
    @EnumSource(Novelty.class)
    void changesNothingElse(Novelty novelty) {
        byte[][] items = new Tomorrow(Set.of(novelty)).items(TODAY, 25);
        List<JsonNode> events = events(items);

        for (int i = 0; i < TODAY.length; i++) {
            JsonNode today = read(TODAY[i]);
            JsonNode tomorrow = events.get(i);
            assertThat(tomorrow.path("eventId")).isEqualTo(today.path("eventId"));
            assertThat(tomorrow.path("performedTime")).isEqualTo(today.path("performedTime"));
            if (novelty != Novelty.EVENT_TYPE) {
                assertThat(tomorrow.path("type")).isEqualTo(today.path("type"));
            }
            if (novelty != Novelty.RELATED_ITEM_TYPE) {
                assertThat(tomorrow.path("relatedItemType")).isEqualTo(today.path("relatedItemType"));
            }
            if (novelty == Novelty.RELATED_ITEM_TYPE || novelty == Novelty.USER_ARM) {
                assertThat(tomorrow.path("fields")).isEqualTo(today.path("fields"));
            }
        }
    }

    @Test
    void keepsEveryOtherCharacterOfAnEvent() {
        byte[][] items = Tomorrow.parse("event-type").items(TODAY, 25);

        for (int i = 0; i < TODAY.length; i++) {
            String type = read(TODAY[i]).path("type").asText();
            assertThat(new String(items[i], StandardCharsets.UTF_8).replace("Tomorrow.Happened", type))
                    .isEqualTo(new String(TODAY[i], StandardCharsets.UTF_8));
        }
    }

    @Test
    void givesEveryEventATypeThatNoModelHas() {
        assertThat(eventsOf("event-type"))
                .allSatisfy(event -> assertThat(((Shape.Text) CONTRACT.schema("AuditEventType")).values())
                        .doesNotContain(event.path("type").asText("")));
    }

    @Test
    void givesEveryEventARelatedItemThatNoModelHas() {
        assertThat(eventsOf("related-item-type"))
                .allSatisfy(event -> assertThat(((Shape.Text) CONTRACT.schema("RelatedItemType")).values())
                        .doesNotContain(event.path("relatedItemType").asText())
                        .isNotEmpty())
                .allSatisfy(event ->
                        assertThat(event.path("relatedItemType").isTextual()).isTrue());
    }

    @Test
    void givesEveryFieldAnUnknownArmAsNewAndAsOldValue() {
        List<JsonNode> events = eventsOf("field-arm");

        assertThat(events).allSatisfy(event -> assertThat(event.path("fields")).isNotEmpty());
        assertThat(fields(events)).allSatisfy(field -> {
            assertThat(names(field.path("newValue"))).containsExactly("tomorrowValue");
            assertThat(names(field.path("oldValue"))).containsExactly("tomorrowValue");
        });
        assertThat(arms("AuditEventFieldValueUnion")).doesNotContain("tomorrowValue");
    }

    @Test
    void keepsTheValuesOfAnEventInsideTheUnknownArm() {
        JsonNode field = fields(eventsOf("field-arm")).get(0);

        assertThat(field.at("/oldValue/tomorrowValue/stringValue").asText()).isEqualTo("open");
        assertThat(field.at("/newValue/tomorrowValue/stringValue").asText()).isEqualTo("closed");
    }

    @Test
    void givesEveryEventAnUnknownKindOfUser() {
        assertThat(eventsOf("user-arm")).allSatisfy(event -> {
            assertThat(names(event.at("/performedBy/user"))).containsExactly("tomorrowUser");
            assertThat(event.at("/performedBy/iamPrincipalArn").isTextual()).isTrue();
        });
        assertThat(arms("UserUnion")).doesNotContain("tomorrowUser");
    }

    @Test
    void putsTheTypeBeforeAKnownArmAndAfterAnUnknownOne() {
        assertThat(unions(eventsOf("union-type")))
                .isNotEmpty()
                .allSatisfy(union -> assertThat(names(union)).hasSize(2).startsWith("__type"));
        assertThat(unions(eventsOf("union-type, field-arm, user-arm")))
                .isNotEmpty()
                .allSatisfy(union -> assertThat(names(union)).hasSize(2).endsWith("__type"));
    }

    @Test
    void putsNullItemsAroundTheFields() {
        assertThat(eventsOf("null-items")).allSatisfy(event -> {
            assertThat(event.path("fields").path(0).isNull()).isTrue();
            assertThat(event.path("fields")
                            .path(event.path("fields").size() - 1)
                            .isNull())
                    .isTrue();
        });
    }

    @Test
    void putsExtraMembersOfEveryKindIntoEveryObjectButUnions() {
        List<JsonNode> events = eventsOf("extra-members");
        List<JsonNode> empty = unions(events).stream()
                .filter(union -> union.has("emptyValue"))
                .map(union -> union.path("emptyValue"))
                .toList();
        List<JsonNode> performers = events.stream()
                .map(event -> event.path("performedBy"))
                .filter(JsonNode::isObject)
                .toList();

        assertThat(empty).hasSize(8);
        assertThat(performers).hasSize(9);
        assertThat(Stream.of(events, fields(events), performers, empty).flatMap(List::stream))
                .allSatisfy(object -> assertThat(kindsOfExtraMembers(object)).isEqualTo(KINDS));
        assertThat(unions(events)).allSatisfy(union -> assertThat(names(union)).hasSize(1));
    }

    @Test
    void hasExtraMembersOfEveryKindForTheOutput() {
        String inside = new String(Tomorrow.all().outputMembers(), StandardCharsets.UTF_8);

        assertThat(kindsOfExtraMembers(read(("{" + inside + "}").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(KINDS);
    }

    @Test
    void staysAValidAnswerWithAllAtOnce() {
        List<JsonNode> events = eventsOf("all");

        assertThat(events).hasSize(TODAY.length).allSatisfy(event -> {
            assertThat(names(event)).contains("eventId", "type", "performedTime", "fields");
            assertThat(event.at("/performedBy/iamPrincipalArn").asText()).isNotEmpty();
        });
        assertThat(fields(events)).allSatisfy(field -> assertThat(names(field)).contains("eventFieldId", "newValue"));
        assertThat(unions(events))
                .allSatisfy(union -> assertThat(names(union)).hasSize(2).contains("__type"));
    }

    @Test
    void hasEveryNoveltyWithAllAtOnce() {
        List<JsonNode> events = eventsOf("all");
        Set<String> arms = new HashSet<>();
        unions(events).forEach(union -> arms.addAll(names(union)));

        // An empty new value stays, for the new members in its object.
        assertThat(arms).containsExactlyInAnyOrder("__type", "tomorrowValue", "tomorrowUser", "emptyValue");
        assertThat(fields(events))
                .allSatisfy(field -> assertThat(names(field.path("oldValue"))).contains("tomorrowValue"));
        assertThat(unions(events).stream().filter(union -> union.has("emptyValue")))
                .isNotEmpty()
                .allSatisfy(union -> assertThat(kindsOfExtraMembers(union.path("emptyValue")))
                        .isEqualTo(KINDS));
    }

    private static List<JsonNode> eventsOf(String tomorrow) {
        return events(Tomorrow.parse(tomorrow).items(TODAY, 25));
    }

    private static Set<String> arms(String union) {
        return ((Shape.Union) CONTRACT.schema(union)).arms().keySet();
    }

    private static byte[][] everyShape() {
        SeededCase seeded = Loaders.world()
                .find(new CaseKey("contact-center", "case-every-shape"))
                .orElseThrow();
        AuditHistory history = ((SeededCase.WithHistory) seeded).history();
        return history.newestFirst(Long.MAX_VALUE, 25).events();
    }
}
