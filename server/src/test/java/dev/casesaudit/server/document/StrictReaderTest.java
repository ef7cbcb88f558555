package dev.casesaudit.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictReaderTest {

    private static final Shape EVENT = Contract.operation().schema("AuditEvent");
    private static final String ARMS =
            "exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "{performedTime: 1767225600}",
                        "/performedTime",
                        "an ISO 8601 time with its zone, such as '2026-01-31T09:30:00Z'",
                        "1767225600"),
                mistake(
                        "{performedTime: '2026-01-01T00:00:00'}",
                        "/performedTime",
                        "an ISO 8601 time with its zone, such as '2026-01-31T09:30:00Z'",
                        "'2026-01-01T00:00:00'"),
                mistake(
                        "{type: case.created}",
                        "/type",
                        "one of Case.Created, Case.Updated, RelatedItem.Created, RelatedItem.Updated, RelatedItem.Deleted",
                        "'case.created'"),
                mistake(
                        "{relatedItemType: Task}",
                        "/relatedItemType",
                        "one of Contact, Comment, File, Sla, ConnectCase, Custom",
                        "'Task'"),
                mistake("{eventId: ''}", "/eventId", "a length from 1 to 500", "0 characters"),
                mistake("{eventId: 7}", "/eventId", "a string", "7"),
                mistake(
                        "{eventid: e-1}",
                        "/eventid",
                        "only the members eventId, type, relatedItemType, performedTime, fields, performedBy",
                        "'eventid'"),
                mistake(
                        "{'a/b~c': 1}",
                        "/a~1b~0c",
                        "only the members eventId, type, relatedItemType, performedTime, fields, performedBy",
                        "'a/b~c'"),
                mistake("{fields: {}}", "/fields", "a list", "an empty object"),
                mistake("{fields: [7]}", "/fields/0", "an object", "7"),
                mistake(
                        "{fields: [{eventFieldId: f}]}",
                        "/fields/0",
                        "the member 'newValue'",
                        "an object with 'eventFieldId'"),
                mistake(value("{}"), "/fields/0/newValue", ARMS, "none"),
                mistake(value("{stringValue: null}"), "/fields/0/newValue", ARMS, "none"),
                mistake(
                        value("{stringValue: a, booleanValue: true}"),
                        "/fields/0/newValue",
                        ARMS,
                        "'stringValue' and 'booleanValue'"),
                mistake(value("text"), "/fields/0/newValue", "an object with " + ARMS, "'text'"),
                mistake(
                        value("{stringValue: '%s'}".formatted("😀".repeat(4101))),
                        "/fields/0/newValue/stringValue",
                        "a length from 0 to 4100",
                        "4101 characters"),
                mistake(
                        value("{doubleValue: '1'}"),
                        "/fields/0/newValue/doubleValue",
                        "a finite number, or one of the strings NaN, Infinity, -Infinity",
                        "'1'"),
                mistake(value("{booleanValue: 'true'}"), "/fields/0/newValue/booleanValue", "true or false", "'true'"),
                mistake(value("{emptyValue: {a: 1}}"), "/fields/0/newValue/emptyValue/a", "no members", "'a'"),
                mistake("{performedBy: {}}", "/performedBy", "the member 'iamPrincipalArn'", "an empty object"),
                mistake(
                        user("{customEntity: 'trailing '}"),
                        "/performedBy/user/customEntity",
                        "a string that matches ^[a-zA-Z0-9_\\-.@:/ ]*[a-zA-Z0-9_\\-.@:/]$",
                        "one that does not (it is not shown)"),
                mistake(
                        user("{userArn: a, customEntity: b}"),
                        "/performedBy/user",
                        "exactly one of userArn, customEntity",
                        "'userArn' and 'customEntity'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void namesThePlaceAndWhatWasExpected(String event, Problem problem) throws IOException {
        assertThat(problemsOf(event)).containsOnlyOnce(problem);
    }

    @Test
    void acceptsACompleteEvent() throws IOException {
        assertThat(problemsOf("{eventId: e, type: Case.Created, performedTime: '2026-01-01T00:00:00Z', fields: []}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:02:00.123456+00:00, 2026-03-02T11:02:00.123456Z",
        "2026-03-02 11:02:00+00:00, 2026-03-02T11:02:00Z",
        "2026-03-02 11:02:00.500 +0100, 2026-03-02T10:02:00.500Z",
        "2026-03-02t11:02:00z, 2026-03-02T11:02:00Z",
        "2026-03-02T11:02-05, 2026-03-02T16:02:00Z",
        "2026-03-02T11:02:00.000Z, 2026-03-02T11:02:00Z"
    })
    void readsTimesAsProgramsWriteThem(String written, String onTheWire) throws IOException {
        assertThat(read("{performedTime: '%s'}".formatted(written))
                        .path("performedTime")
                        .asText())
                .isEqualTo(onTheWire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02 11:02:00",
                "2026-03-02",
                "2026-02-30T00:00:00Z",
                "2026-03-02T11:02:60Z",
                "0000-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "\u0662\u0660\u0662\u0666-03-02T11:02:00Z"
            })
    void refusesTimesThatTheWireDoesNotAllow(String written) throws IOException {
        assertThat(problemsOf("{performedTime: '%s'}".formatted(written)))
                .extracting(Problem::pointer)
                .contains("/performedTime");
    }

    @ParameterizedTest
    @CsvSource({".nan, NaN", ".Inf, Infinity", "-.inf, -Infinity", "NaN, NaN", "!!str -Infinity, -Infinity"})
    void writesInfiniteNumbersInTheirWireForm(String written, String onTheWire) throws IOException {
        assertThat(read(value("{doubleValue: %s}".formatted(written))).at("/fields/0/newValue/doubleValue"))
                .isEqualTo(TextNode.valueOf(onTheWire));
    }

    @Test
    void readsNoNumberAsInfinity() throws IOException {
        assertThat(problemsOf(value("{doubleValue: 1e400}")))
                .extracting(Problem::pointer)
                .contains("/fields/0/newValue/doubleValue");
    }

    @Test
    void reportsEachMissingMember() throws IOException {
        assertThat(problemsOf("{}"))
                .extracting(Problem::expected)
                .containsExactly(
                        "the member 'eventId'",
                        "the member 'type'",
                        "the member 'performedTime'",
                        "the member 'fields'");
    }

    private static List<Problem> problemsOf(String event) throws IOException {
        List<Problem> problems = new ArrayList<>();
        read(event, problems);
        return problems;
    }

    private static JsonNode read(String event) throws IOException {
        return read(event, new ArrayList<>());
    }

    private static JsonNode read(String event, List<Problem> problems) throws IOException {
        return StrictReader.read(
                Yaml.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8))),
                EVENT,
                new Place("file", "", problems::add));
    }

    private static Arguments mistake(String event, String pointer, String expected, String got) {
        return Arguments.of(event, new Problem("file", pointer, expected, got));
    }

    private static String value(String union) {
        return "{fields: [{eventFieldId: f, newValue: %s}]}".formatted(union);
    }

    private static String user(String union) {
        return "{performedBy: {iamPrincipalArn: arn, user: %s}}".formatted(union);
    }
}
