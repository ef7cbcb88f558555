package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mock that may grow a little, and asks who is there. */
class ControlLimitsIT {

    private static final String DOCUMENT = "/_mock/openapi";

    private static final String TOKEN = "s3cret/token=";

    private static PackagedMock mock;
    private static CheckedControl anybody;
    private static CheckedControl control;

    @BeforeAll
    static void start() {
        // The world has 2 domains, 10 cases and 1,094 events.
        mock = PackagedMock.start(
                "-Dcases.control.token=" + TOKEN,
                "-Dcases.control.body=4K",
                "-Dcases.control.cases=12",
                "-Dcases.control.events=1100",
                "-Dcases.journal.size=5");
        anybody = CheckedControl.of(mock);
        control = anybody.with("Authorization", "Bearer " + TOKEN);
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @BeforeEach
    void reset() {
        control.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER", "bEaReR"})
    void acceptsRequestsWithTheToken(String scheme) {
        anybody.with("Authorization", scheme + " " + TOKEN)
                .get(CheckedControl.STATE)
                .statusCode(200);
        anybody.with("authorization", scheme + "   " + TOKEN)
                .get(CheckedControl.STATE)
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer s3cret/token",
                "Bearer s3cret/token==",
                "Bearer S3CRET/TOKEN=",
                "Basic s3cret/token=",
                "Bearers3cret/token=",
                "s3cret/token="
            })
    void refusesRequestsWithAnotherToken(String authorization) {
        JsonNode before = control.read(CheckedControl.WORLD);

        anybody.with("Authorization", authorization)
                .delete("/_mock/domains/back-office")
                .statusCode(401)
                .header("www-authenticate", equalTo("Bearer"))
                .header(CheckedControl.ERROR_TYPE, equalTo("UnauthorizedException"));

        assertThat(control.read(CheckedControl.WORLD)).isEqualTo(before);
    }

    @Test
    void refusesEachOperationOfItsContractWithoutATokenButTheDocument() {
        anybody.request().get(DOCUMENT).then().statusCode(200);
        ControlContract.read().operations().stream()
                .filter(operation -> !operation.path().equals(DOCUMENT))
                .forEach(operation -> anybody.send(
                                operation.method(), operation.path().replaceAll("\\{[^}]*}", "x"), anybody.request())
                        .statusCode(401)
                        .header("www-authenticate", equalTo("Bearer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_mock", "/_mock/"})
    void listsTheDocumentsWithoutAToken(String path) {
        for (String type : new String[] {"text/plain", "text/html", "application/json"}) {
            assertThat(anybody.request()
                            .accept(type)
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains("with a bearer token (cases.control.token)", DOCUMENT)
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void asksNoTokenForTheOperationItself() {
        anybody.ask("contact-center", "case-one-event", "{}").statusCode(200);
        anybody.ask("contact-center", "case-one-event", "{}", "x-mock-fault", "Throttling")
                .statusCode(429);
        anybody.request().get("/q/health").then().statusCode(200);
    }

    @Test
    void neverShowsTheToken() {
        control.ask("contact-center", "case-one-event", "{}");

        assertThat(control.read(CheckedControl.JOURNAL).toString() + control.read(CheckedControl.STATE))
                .doesNotContain("s3cret");
    }

    @Test
    void keepsAsManyRequestsAsItMay() {
        IntStream.range(0, 8)
                .forEach(i ->
                        anybody.ask("contact-center", "case-one-event", "{}", "amz-sdk-invocation-id", "call-" + i));

        assertThat(control.read(CheckedControl.JOURNAL).path("requests").findValuesAsText("invocationId"))
                .containsExactly("call-7", "call-6", "call-5", "call-4", "call-3");
        control.get("/_mock/calls/call-2").statusCode(404);
        control.get(CheckedControl.STATE).body("journal.kept", equalTo(5)).body("journal.capacity", equalTo(5));
    }

    @Test
    void refusesBodiesBeyondTheLimit() {
        String path = CheckedControl.path("d", "c");
        String longest = CheckedControl.events("e")
                + " ".repeat(4096 - CheckedControl.events("e").length());

        control.put(path, longest).statusCode(200);
        JsonNode before = control.read(CheckedControl.WORLD);
        control.put(path, longest + " ")
                .statusCode(413)
                .header(CheckedControl.ERROR_TYPE, equalTo("RequestEntityTooLargeException"))
                .body("message", equalTo("The request body is larger than 4096 bytes"));

        assertThat(control.read(CheckedControl.WORLD)).isEqualTo(before);
    }

    @Test
    void hasNoMoreCasesThanItMay() {
        control.putCase("d", "1", CheckedControl.events());
        control.putCase("d", "2", CheckedControl.events());
        JsonNode before = control.read(CheckedControl.WORLD);

        refuses(
                "PUT",
                CheckedControl.path("d", "3"),
                CheckedControl.events(),
                "a world of at most 12 cases (cases.control.cases)",
                "13");
        refuses(
                "POST",
                CheckedControl.path("d", "1") + "/copies",
                "{\"caseId\": \"3\"}",
                "a world of at most 12 cases (cases.control.cases)",
                "13");
        refuses(
                "PUT",
                "/_mock/domains/e",
                "{\"domain\": \"e\", \"cases\": {\"1\": {\"auditEvents\": []}}}",
                "a world of at most 12 cases (cases.control.cases)",
                "13");

        assertThat(control.read(CheckedControl.WORLD)).isEqualTo(before);
        control.putCase("d", "2", CheckedControl.events("another"));
        control.delete(CheckedControl.path("d", "1")).statusCode(204);
        control.putCase("d", "3", CheckedControl.events());
    }

    @Test
    void hasNoMoreDomainsThanItMayHaveCases() {
        for (int i = 3; i <= 12; i++) {
            control.put("/_mock/domains/" + i, String.format(Locale.ROOT, "{\"domain\": \"%d\", \"cases\": {}}", i))
                    .statusCode(200);
        }

        refuses(
                "PUT",
                "/_mock/domains/13",
                "{\"domain\": \"13\", \"cases\": {}}",
                "a world of at most 12 domains (cases.control.cases)",
                "13");
        refuses(
                "PUT",
                CheckedControl.path("13", "c"),
                CheckedControl.events(),
                "a world of at most 12 domains (cases.control.cases)",
                "13");
    }

    @Test
    void hasNoMoreEventsThanItMay() {
        String atMost = "a world of at most 1100 events (cases.control.events)";
        control.putCase("d", "1", CheckedControl.history(6));
        JsonNode before = control.read(CheckedControl.WORLD);

        refuses("POST", CheckedControl.path("d", "1") + "/events", CheckedControl.events("more"), atMost, "1101");
        refuses("PUT", CheckedControl.path("d", "1"), CheckedControl.history(7), atMost, "1101");
        refuses("POST", CheckedControl.path("d", "1") + "/copies", "{\"caseId\": \"2\"}", atMost, "1106");

        assertThat(control.read(CheckedControl.WORLD)).isEqualTo(before);
        control.putCase("d", "1", CheckedControl.history(5));
        control.post(CheckedControl.path("d", "1") + "/events", CheckedControl.events("more"))
                .statusCode(200);
        control.put(CheckedControl.WORLD, "[]").statusCode(200).body("events", equalTo(0));
    }

    // Made first and counted then, these would be more than there is memory for.
    @Test
    void refusesToGenerateEventsBeyondTheLimit() {
        String million = "{\"generate\": {\"events\": 1000000, \"seed\": 1}}";
        String atMost = "a world of at most 1100 events (cases.control.events)";
        StringBuilder cases = new StringBuilder("\"0\": " + million);
        IntStream.range(1, 60).forEach(i -> cases.append(String.format(Locale.ROOT, ", \"%d\": %s", i, million)));
        String domain = "{\"domain\": \"d\", \"cases\": {%s}}".formatted(cases);

        refuses("PUT", CheckedControl.path("d", "c"), million, atMost, "1000000");
        refuses("PUT", "/_mock/domains/d", domain, atMost, "1000000");
        refuses("PUT", CheckedControl.WORLD, "[" + domain + "]", atMost, "1000000");
    }

    @Test
    void refusesBehavioursBeyondTheLimit() {
        for (int i = 0; i < 12; i++) {
            control.put(CheckedControl.path("d", String.valueOf(i)) + "/behaviour", "{\"faults\": \"ok\"}")
                    .statusCode(200);
            control.put(String.format(Locale.ROOT, "/_mock/domains/%d/rate-limit", i), "{\"rate\": 1}")
                    .statusCode(200);
        }

        refuses("PUT", "/_mock/behaviour", "{}", "at most 12 behaviours (cases.control.cases)", "one more");
        refuses(
                "PUT",
                "/_mock/domains/12/rate-limit",
                "{\"rate\": 1}",
                "at most 12 rate limits (cases.control.cases)",
                "one more");
        control.put(CheckedControl.path("d", "0") + "/behaviour", "{\"faults\": \"ok*2\"}")
                .statusCode(200);
        control.put("/_mock/domains/0/rate-limit", "{\"rate\": 2}")
                .statusCode(200)
                .body("domainId", nullValue());
    }

    private static void refuses(String method, String path, String body, String expected, String got) {
        (method.equals("PUT") ? control.put(path, body) : control.post(path, body))
                .statusCode(400)
                .body("problems.size()", equalTo(1))
                .body("problems[0].pointer", equalTo(""))
                .body("problems[0].expected", equalTo(expected))
                .body("problems[0].got", equalTo(got));
    }
}
