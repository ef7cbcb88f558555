package dev.casesaudit.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.input.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReadingTest {

    private static final Contract CONTRACT = Contract.read();
    private static final String EVENT =
            "{auditEvents: [{eventId: e, type: Case.Created, performedTime: '2026-03-01T09:00:00Z', fields: [%s]}]}";

    @Test
    void nullCountsAsAbsent() {
        assertThat(violations("{auditEvents: [], nextToken: null}")).isEmpty();
        assertThat(violations("{auditEvents: null}")).containsExactly("/auditEvents: expected a value, got null");
        assertThat(violations(
                        field("{eventFieldId: f, oldValue: null, newValue: {stringValue: a, doubleValue: null}}")))
                .isEmpty();
    }

    @Test
    void unknownMembersAreIgnored() {
        assertThat(violations("{auditEvents: [], later: {stringValue: 1}}")).isEmpty();
        assertThat(violations(field("{eventFieldId: f, newValue: {__type: T, stringValue: a}, later: 1}")))
                .isEmpty();
    }

    @Test
    void sparseListsMayHoldNulls() {
        assertThat(violations("{auditEvents: [null, null]}")).isEmpty();
        assertThat(violations(field("null"))).isEmpty();
    }

    @Test
    void nullsCountTowardsTheSizeOfAList() {
        assertThat(violations("{auditEvents: [%s]}".formatted("null, ".repeat(26))))
                .containsExactly("/auditEvents: expected 0 to 25 items, got 26 items");
    }

    @Test
    void pointersLeadIntoListsAndArms() {
        assertThat(violations(field("{eventFieldId: f, newValue: {stringValue: a}}, {newValue: {emptyValue: {a: 1}}}")))
                .containsExactly(
                        "/auditEvents/0/fields/1/eventFieldId: expected a value, got nothing",
                        "/auditEvents/0/fields/1/newValue/emptyValue: expected an object without members, got an object with 1 member");
    }

    @Test
    void lengthsAreInCodePoints() {
        String id = "\uD83D\uDCE6".repeat(500);

        assertThat(violations(field("{eventFieldId: %s, newValue: {stringValue: a}}".formatted(id))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "-0.0", "1.5e+300", "NaN", "Infinity", "-Infinity"})
    void aDoubleIsANumberOrOneOfThreeStrings(String value) {
        String written = Character.isLetter(value.charAt(value.length() - 1)) ? "'" + value + "'" : value;

        assertThat(violations(field("{eventFieldId: f, newValue: {doubleValue: %s}}".formatted(written))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T09:00:00Z",
                "2026-03-01t09:00:00z",
                "2026-03-01T09:00:00.123456789012Z",
                "2026-03-01T09:00:00-00:00",
                "2026-03-01T20:00:00+11:00"
            })
    void aTimeHasAZone(String time) {
        assertThat(violations(EVENT.formatted("").replace("2026-03-01T09:00:00Z", time)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T09:00:00", "2026-03-01", "2026-02-30T09:00:00Z", "2026-03-01 09:00:00Z", ""})
    void whatHasNoneIsNoTime(String time) {
        assertThat(violations(EVENT.formatted("").replace("2026-03-01T09:00:00Z", time)))
                .containsExactly(
                        "/auditEvents/0/performedTime: expected ISO 8601 with a zone, got '%s'".formatted(time));
    }

    @Test
    void aUnionHasExactlyOneArm() {
        String expected = "/auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue,"
                + " booleanValue, emptyValue, userArnValue, got ";

        assertThat(violations(field("{eventFieldId: f, newValue: {}}"))).containsExactly(expected + "no arm");
        assertThat(violations(field("{eventFieldId: f, newValue: {emptyValue: null}}")))
                .containsExactly(expected + "no arm");
        assertThat(violations(field("{eventFieldId: f, newValue: {stringValue: a, emptyValue: {}}}")))
                .containsExactly(expected + "stringValue and emptyValue");
        assertThat(violations(field("{eventFieldId: f, newValue: {listValue: a}}")))
                .containsExactly(expected + "only listValue");
        assertThat(violations(field("{eventFieldId: f, newValue: {stringValue: a, listValue: null}}")))
                .isEmpty();
        assertThat(violations(field("{eventFieldId: f, newValue: {stringValue: a, listValue: b}}")))
                .containsExactly(expected + "stringValue and listValue");
    }

    @Test
    void onlyGrowthIsDrift() {
        assertThat(drift(field("{eventFieldId: f, newValue: {listValue: a}}"))).containsExactly(true);
        assertThat(drift(field("{eventFieldId: f, newValue: {listValue: a, mapValue: b}}")))
                .containsExactly(false);
        assertThat(drift(field("{eventFieldId: f, newValue: {stringValue: a, listValue: b}}")))
                .containsExactly(false);
        assertThat(drift(field("{eventFieldId: f, newValue: {}}"))).containsExactly(false);
        assertThat(drift(EVENT.formatted("").replace("Case.Created", "Case.Merged")))
                .containsExactly(true);
        assertThat(drift("{auditEvents: 1}")).containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'secret, with a comma' | a masked string",
                "\"secret\\n\"          | a masked string",
                "4711                   | a masked number",
                "true                   | a masked boolean",
                "[secret]               | a list of 1 item",
                "{name: secret}         | an object with 1 member"
            },
            quoteCharacter = '`')
    void whatIsSensitiveIsNeverShown(String value, String shown) {
        String performer = "performedBy: {iamPrincipalArn: a, user: {customEntity: %s}}".formatted(value);

        assertThat(violations(EVENT.formatted("").replace("fields: []", "fields: [], " + performer)))
                .singleElement()
                .asString()
                .startsWith("/auditEvents/0/performedBy/user/customEntity: ")
                .endsWith("got " + shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"performedBy: secret", "performedBy: {iamPrincipalArn: a, user: secret}"})
    void aValueInPlaceOfASensitiveObjectIsMaskedToo(String performer) {
        assertThat(violations(EVENT.formatted("").replace("fields: []", "fields: [], " + performer)))
                .singleElement()
                .asString()
                .endsWith("expected an object, got a masked string");
    }

    @Test
    void longValuesAreCut() {
        assertThat(violations(EVENT.formatted("").replace("Case.Created", "a".repeat(61))))
                .singleElement()
                .asString()
                .endsWith("got '%s… (61 code points)'".formatted("a".repeat(60)));
    }

    @Test
    void nothingThatWasNotThereWasLookedAt() {
        Reading reading = CONTRACT.read(yaml(field("{eventFieldId: f, newValue: {stringValue: a}}")));

        assertThat(reading.examined("AuditEventFieldValueUnion.stringValue", Keyword.LENGTH))
                .isEqualTo(1);
        assertThat(reading.examined("AuditEventFieldValueUnion.doubleValue", Keyword.TYPE))
                .isZero();
        assertThat(reading.examined("AuditEventPerformedBy.iamPrincipalArn", Keyword.REQUIRED))
                .isZero();
    }

    private static String field(String field) {
        return EVENT.formatted(field);
    }

    private static List<String> violations(String body) {
        return CONTRACT.read(yaml(body)).violations().stream()
                .map(one -> one.mismatch().toString())
                .toList();
    }

    private static List<Boolean> drift(String body) {
        return CONTRACT.read(yaml(body)).violations().stream()
                .map(Violation::drift)
                .toList();
    }

    // YAML in flow style is JSON with fewer quotes.
    private static JsonNode yaml(String text) {
        try {
            return Yaml.parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
