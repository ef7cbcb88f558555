package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventShapesIT {

    private static String text;
    private static JsonNode page;

    @BeforeAll
    static void read() throws IOException {
        text = RawConnection.exchange(RawConnection.post(path("case-every-shape"), "{}"))
                .text();
        page = JsonMapper.builder().build().readTree(text);
    }

    @Test
    void writesNoNullMemberAnywhere() {
        assertThat(nodes(page, new ArrayList<>())).noneMatch(JsonNode::isNull);
    }

    @ParameterizedTest
    @CsvSource({
        "every-shape-01, 2026-03-09T16:45:00.125Z",
        "every-shape-02, 2026-03-09T16:30:00Z",
        "every-shape-04, 2026-03-09T16:00:00.123456789Z",
        "every-shape-15, 2026-03-09T09:00:00Z",
    })
    void writesTimesInIso8601AndUtc(String eventId, String performedTime) {
        assertThat(event(eventId).path("performedTime").isTextual()).isTrue();
        assertThat(event(eventId).path("performedTime").textValue()).isEqualTo(performedTime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auditEvents/0/fields/%d/oldValue", "/auditEvents/1/fields/%d/newValue"})
    void setsExactlyOneArmOfAUnion(String pointer) {
        for (int field = 0; field < 5; field++) {
            assertThat(page.at(String.format(Locale.ROOT, pointer, field)).size())
                    .isEqualTo(1);
        }
    }

    @Test
    void writesEachArmAsItsOwnKindOfValue() {
        JsonNode fields = event("every-shape-01").path("fields");

        assertThat(fields.at("/0/newValue")).hasToString("{\"stringValue\":\"closed\"}");
        assertThat(fields.at("/1/newValue")).hasToString("{\"doubleValue\":39.95}");
        assertThat(fields.at("/2/oldValue")).hasToString("{\"booleanValue\":false}");
        assertThat(fields.at("/3/newValue")).hasToString("{\"emptyValue\":{}}");
        assertThat(fields.at("/4/newValue/userArnValue").textValue()).startsWith("arn:aws:connect:");
    }

    @ParameterizedTest
    @CsvSource({
        "zero, 0.0",
        "negative_zero, -0.0",
        "smallest, 4.9E-324",
        "smallest_normal, 2.2250738585072014E-308",
        "largest, 1.7976931348623157E308",
        "most_negative, -1.7976931348623157E308",
        "largest_exact_integer, 9007199254740992"
    })
    void keepsADoubleToItsLastBit(String fieldId, double value) {
        JsonNode written = newValue("every-shape-04", fieldId).path("doubleValue");

        assertThat(written.isNumber()).isTrue();
        assertThat(Double.doubleToRawLongBits(written.doubleValue())).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void writesDoublesThatJsonHasNoLiteralForAsStrings() {
        assertThat(newValue("every-shape-04", "not_a_number")).hasToString("{\"doubleValue\":\"NaN\"}");
        assertThat(newValue("every-shape-04", "infinite")).hasToString("{\"doubleValue\":\"Infinity\"}");
        assertThat(text).contains("\"oldValue\":{\"doubleValue\":\"-Infinity\"}");
    }

    @Test
    void keepsEmptyRequiredListsAndOmitsAbsentMembers() {
        assertThat(event("every-shape-11"))
                .hasToString("{\"eventId\":\"every-shape-11\",\"type\":\"RelatedItem.Created\","
                        + "\"relatedItemType\":\"Custom\",\"performedTime\":\"2026-03-09T14:25:00Z\",\"fields\":[]}");
    }

    @Test
    void keepsEmptyStringsEscapesAndFourByteCharacters() {
        assertThat(newValue("every-shape-05", "empty")).hasToString("{\"stringValue\":\"\"}");
        assertThat(newValue("every-shape-05", "four_bytes").path("stringValue").textValue())
                .isEqualTo("😀🚚📦");
        assertThat(newValue("every-shape-05", "escapes").path("stringValue").textValue())
                .isEqualTo("quote \" backslash \\ slash / it's");
        assertThat(newValue("every-shape-long", "longest_four_bytes")
                        .path("stringValue")
                        .textValue())
                .isEqualTo("😀".repeat(4100));
        assertThat(text).contains("😀🚚📦");
    }

    private static JsonNode event(String eventId) {
        return member(page.path("auditEvents"), "eventId", eventId);
    }

    private static JsonNode newValue(String eventId, String fieldId) {
        return member(event(eventId).path("fields"), "eventFieldId", fieldId).path("newValue");
    }

    private static JsonNode member(JsonNode list, String name, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(name).textValue().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> nodes(JsonNode node, List<JsonNode> all) {
        all.add(node);
        node.forEach(child -> nodes(child, all));
        return all;
    }
}
