package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid changes are refused with all their problems, and change nothing. */
class RefusalsIT {

    private static final String DEEP = "[".repeat(3_000);

    private static final CheckedControl CONTROL = CheckedControl.own();
    private static final String CASE = "/_mock/domains/d/cases/c";
    private static final String DOMAIN = "/_mock/domains/d";

    @BeforeAll
    static void seed() {
        CONTROL.reset();
        CONTROL.put(
                        CheckedControl.WORLD,
                        "[{\"domain\": \"d\", \"behaviour\": {\"pages\": \"short-pages\"}, \"cases\": {\"c\": %s}}]"
                                .formatted(CheckedControl.events("e-1", "e-2")))
                .statusCode(200);
        CONTROL.put("/_mock/behaviour", "{\"faults\": \"ok\", \"calls\": 3}").statusCode(200);
        CONTROL.put("/_mock/domains/d/rate-limit", "{\"rate\": 1000}").statusCode(200);
    }

    @AfterAll
    static void reset() {
        CONTROL.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /_mock/behaviour",
        "PUT,  /_mock/domains/d/behaviour",
        "PUT,  /_mock/domains/d/cases/c/behaviour",
        "PUT,  /_mock/rate-limit",
        "PUT,  /_mock/domains/d/rate-limit",
        "PUT,  /_mock/world",
        "PUT,  /_mock/domains/d",
        "PUT,  /_mock/domains/d/cases/c",
        "POST, /_mock/domains/d/cases/c/events",
        "POST, /_mock/domains/d/cases/c/copies",
        "POST, /_mock/exams"
    })
    void refusesInvalidDocuments(String method, String path) {
        String other = path.equals(CheckedControl.WORLD) ? "{}" : "[]";
        for (String body :
                List.of("", "{", "{\"a\": 1, \"a\": 2}", "{} {}", "null", "7", "\"text\"", "[[]]", DEEP, other)) {
            assertThat(refuse(method, path, body)).as(body).first().asString().isIn("", "/0");
        }
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments("PUT", "/_mock/behaviour", "{\"faults\": 7, \"unknown\": 1}", List.of("/unknown", "/faults")),
                arguments("PUT", "/_mock/behaviour", "{\"calls\": 1}", List.of("/calls")),
                arguments(
                        "PUT",
                        DOMAIN + "/behaviour",
                        "{\"faults\": \"Throtling\", \"calls\": 0, \"pages\": \"longer\", \"tomorrow\": \"never\"}",
                        List.of("/calls", "/faults", "/pages", "/tomorrow")),
                arguments(
                        "PUT",
                        CASE + "/behaviour",
                        "{\"faults\": \"\", \"calls\": 1.5, \"pages\": null, \"tomorrow\": {}}",
                        List.of("/faults", "/calls", "/tomorrow")),
                arguments("PUT", CASE + "/behaviour", "{\"faults\": \"latency(10m)\"}", List.of("/faults")),
                arguments("PUT", "/_mock/rate-limit", "{}", List.of("")),
                arguments("PUT", "/_mock/rate-limit", "{\"rate\": 0, \"burst\": 0}", List.of("/rate", "/burst")),
                arguments(
                        "PUT", DOMAIN + "/rate-limit", "{\"rate\": \"1\", \"burst\": 1e3}", List.of("/rate", "/burst")),
                arguments("PUT", DOMAIN + "/rate-limit", "{\"rate\": -1, \"more\": 1}", List.of("/more", "/rate")),
                arguments("PUT", DOMAIN + "/rate-limit", "{\"rate\": 1e400}", List.of("/rate")),
                arguments("PUT", DOMAIN + "/rate-limit", "{\"rate\": 1, \"answer\": \"reset\"}", List.of("/answer")),
                arguments("PUT", "/_mock/rate-limit", "{\"rate\": 1, \"answer\": \"Throtling\"}", List.of("/answer")),
                arguments("PUT", DOMAIN, "{\"cases\": {}}", List.of("/domain")),
                arguments("PUT", DOMAIN, "[{\"domain\": \"d\", \"cases\": {}}]", List.of("")),
                arguments(
                        "PUT",
                        DOMAIN,
                        "{\"domain\": \"other\", \"cases\": {\"\": {}, \"a/b~\": {\"auditEvents\": 7}}, \"more\": 1}",
                        List.of("/more", "/cases/", "/cases/", "/cases/a~1b~0/auditEvents", "/domain")),
                arguments(
                        "PUT",
                        CheckedControl.WORLD,
                        "[{\"domain\": \"d\", \"cases\": {\"c\": {}}}, {\"domain\": \"\", \"cases\": 7}, [], 7]",
                        List.of("/0/cases/c", "/1/domain", "/1/cases", "/2", "/3")),
                arguments(
                        "PUT",
                        CheckedControl.WORLD,
                        "[%1$s, %1$s]"
                                .formatted(
                                        "{\"domain\": \"x\", \"behaviour\": {\"faults\": \"ok\"}, \"cases\": {\"c\": "
                                                + CheckedControl.events() + "}}"),
                        List.of("/1/behaviour", "/1/cases/c")),
                arguments("PUT", CASE, "{}", List.of("")),
                arguments("PUT", CASE, "{\"auditEvents\": [], \"nextToken\": \"more\"}", List.of("/nextToken")),
                arguments(
                        "PUT",
                        CASE,
                        "{\"auditEvents\": 7, \"order\": \"up\", \"more\": 1, \"behaviour\": {\"faults\": \"Throtling\"}}",
                        List.of("/more", "/order", "/auditEvents", "/behaviour/faults")),
                arguments(
                        "PUT",
                        CASE,
                        "{\"generate\": {\"events\": 0, \"seed\": \"x\"}, \"alwaysFails\": {\"error\": \"Nope\"}}",
                        List.of("/generate/events", "/generate/seed", "/alwaysFails/error", "")),
                arguments(
                        "PUT", CASE, "{\"generate\": {\"events\": 1000001, \"seed\": 1}}", List.of("/generate/events")),
                arguments(
                        "PUT",
                        CASE,
                        "{\"alwaysFails\": {\"error\": \"ThrottlingException\", \"retryAfterSeconds\": 1}}",
                        List.of("/alwaysFails/retryAfterSeconds")),
                arguments(
                        "PUT",
                        CASE,
                        "{\"auditEvents\": [null, {\"eventId\": \"\", \"type\": \"Nope\", \"performedTime\": \"x\"}]}",
                        List.of(
                                "/auditEvents/0",
                                "/auditEvents/1/eventId",
                                "/auditEvents/1/type",
                                "/auditEvents/1/performedTime",
                                "/auditEvents/1")),
                arguments(
                        "POST",
                        CASE + "/events",
                        CheckedControl.events("e-3", "e-3", "e-2"),
                        List.of("/auditEvents/1/eventId", "/auditEvents/2/eventId")),
                arguments(
                        "POST",
                        CASE + "/events",
                        "{\"auditEvents\": [{\"eventId\": \"e-1\", \"fields\": 7}, 7, %s]}"
                                .formatted(CheckedControl.event("e-2")),
                        List.of(
                                "/auditEvents/0",
                                "/auditEvents/0",
                                "/auditEvents/0/fields",
                                "/auditEvents/1",
                                "/auditEvents/0/eventId",
                                "/auditEvents/2/eventId")),
                arguments("POST", CASE + "/events", "{\"more\": 1}", List.of("/more", "/auditEvents")),
                arguments(
                        "POST",
                        CASE + "/copies",
                        "{\"domainId\": \"\", \"more\": 1}",
                        List.of("/more", "/domainId", "")),
                arguments(
                        "POST",
                        CASE + "/copies",
                        "{\"caseId\": \"%s\"}".formatted("x".repeat(501)),
                        List.of("/caseId")),
                arguments("POST", "/_mock/exams", "{\"kind\": \"driving\", \"more\": 1}", List.of("/more", "/kind")));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void reportsAllProblemsWithTheirPlace(String method, String path, String body, List<String> pointers) {
        assertThat(refuse(method, path, body)).containsExactlyInAnyOrderElementsOf(pointers);
    }

    @Test
    void reportsThemInTheMessageToo() {
        CONTROL.put("/_mock/rate-limit", "{\"rate\": 0, \"burst\": \"x\"}")
                .statusCode(400)
                .header(CheckedControl.ERROR_TYPE, equalTo("ValidationException"))
                .body("message", startsWith("2 problems: at /"))
                .body("message", containsString("at /rate: expected a number above 0, at most 1000000, got 0"))
                .body("problems[1].expected", equalTo("a whole number from 1 to 1000000"))
                .body("problems[1].got", equalTo("'x'"));
    }

    @Test
    void recordsNoEventsOfACaseThatAlwaysFails() {
        CONTROL.put("/_mock/domains/d/cases/failing", "{\"alwaysFails\": {\"error\": \"ThrottlingException\"}}")
                .statusCode(200);

        assertThat(refuse("POST", "/_mock/domains/d/cases/failing/events", CheckedControl.events("e")))
                .containsExactly("");
    }

    // The contract has no 400 for an existing name that is no case, so the missing case is reported first.
    @Test
    void appendsNothingToAMissingCase() {
        CONTROL.post("/_mock/domains/none/cases/none/events", CheckedControl.events("e"))
                .statusCode(404);
        CONTROL.post("/_mock/domains/d/cases/none/events", "{}").statusCode(404);
        CONTROL.post("/_mock/domains/d/cases/none/copies", "{\"caseId\": \"x\"}")
                .statusCode(404);
    }

    private static List<String> refuse(String method, String path, String body) {
        String before = shown();
        ValidatableResponse refused = method.equals("PUT") ? CONTROL.put(path, body) : CONTROL.post(path, body);
        List<String> pointers = CheckedControl.pointers(refused);
        assertThat(shown()).isEqualTo(before);
        return pointers;
    }

    private static String shown() {
        return CONTROL.read(CheckedControl.STATE) + "\n" + CONTROL.read(CheckedControl.WORLD);
    }
}
