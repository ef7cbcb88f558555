package dev.casesaudit.journey.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.RawConnection;
import dev.casesaudit.journey.control.CheckedControl;
import dev.casesaudit.journey.control.OnTwoCases;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalIT extends OnTwoCases {

    @Test
    void recordsRequestsAndResponses() {
        CONTROL.request()
                .contentType(CheckedControl.JSON)
                .header("amz-sdk-invocation-id", "call-1")
                .header("X-Mine", "a", "b")
                .body("{\"maxResults\": 2}")
                .post("/domains/d/cases/c/audit-history");

        JsonNode request = only(CheckedControl.JOURNAL);

        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(request.path("path").asText()).isEqualTo("/domains/d/cases/c/audit-history");
        assertThat(request.path("domainId").asText()).isEqualTo("d");
        assertThat(request.path("caseId").asText()).isEqualTo("c");
        assertThat(request.path("invocationId").asText()).isEqualTo("call-1");
        assertThat(request.path("headers").path("x-mine"))
                .extracting(JsonNode::asText)
                .containsExactly("a", "b");
        assertThat(request.path("body").asText()).isEqualTo("{\"maxResults\":2}");
        assertThat(request.path("bodyBytes").asInt()).isEqualTo(17);
        assertThat(Instant.parse(request.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(request.has("fault")).isFalse();
        JsonNode answer = request.path("answer");
        assertThat(answer.path("status").asInt()).isEqualTo(200);
        assertThat(answer.path("events").asInt()).isEqualTo(2);
        assertThat(answer.path("nextToken").asText()).matches("token:[0-9a-f]{12}");
        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(answer.path("milliseconds").asDouble()).isPositive();
        assertThat(answer.has("error")).isFalse();
    }

    @Test
    void recordsFaultsAndDurations() {
        CONTROL.ask(
                "d",
                "c",
                "{}",
                "x-mock-fault",
                "latency(50ms), InternalServer(retryAfter=3)",
                "x-mock-pages",
                "short-pages");

        JsonNode request = only(CheckedControl.JOURNAL);

        assertThat(request.path("fault").asText()).contains("pages: short-pages");
        assertThat(request.path("answer").path("milliseconds").asDouble()).isGreaterThanOrEqualTo(45);
    }

    @Test
    void recordsErrorsAndRetryAfter() {
        CONTROL.ask("d", "c", "{}", "x-mock-fault", "InternalServer(retryAfter=3)")
                .statusCode(500);

        JsonNode answer = only(CheckedControl.JOURNAL).path("answer");

        assertThat(answer.path("status").asInt()).isEqualTo(500);
        assertThat(answer.path("error").asText()).isEqualTo("InternalServerException");
        assertThat(answer.path("retryAfterSeconds").asInt()).isEqualTo(3);
        assertThat(answer.has("events")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                            4",
        "?domainId=d,                   2",
        "?caseId=other,                 2",
        "?domainId=d&caseId=other,      1",
        "?domainId=none,                0",
        "?invocationId=call-1,          1",
        "?status=404,                   1",
        "?status=200&domainId=d,        2",
        "?status=599,                   0",
        "?limit=3,                      3",
        "?limit=100000,                 4"
    })
    void filtersRequests(String query, int found) {
        CONTROL.putCase("e", "other", CheckedControl.history(1));
        CONTROL.ask("d", "c", "{}", "amz-sdk-invocation-id", "call-1").statusCode(200);
        CONTROL.ask("d", "other", "{}").statusCode(200);
        CONTROL.ask("e", "other", "{}").statusCode(200);
        CONTROL.ask("e", "none", "{}").statusCode(404);

        JsonNode requests = CONTROL.read(CheckedControl.JOURNAL + query).path("requests");

        assertThat(requests).hasSize(found);
        assertThat(requests.findValues("number").stream().map(JsonNode::asLong).toList())
                .isSortedAccordingTo((one, another) -> Long.compare(another, one));
    }

    @ParameterizedTest
    @CsvSource({
        "/_mock/journal?limit=0,             limit",
        "/_mock/journal?limit=100001,        limit",
        "/_mock/journal?limit=ten,           limit",
        "/_mock/journal?limit=%D9%A3,        limit",
        "/_mock/journal?limit=%2B3,          limit",
        "/_mock/calls?limit=%EF%BC%93,       limit",
        "/_mock/journal?status=%D9%A2%D9%A0%D9%A0, status",
        "/_mock/journal?status=99,           status",
        "/_mock/journal?status=600,          status",
        "/_mock/journal?status=ok,           status",
        "/_mock/journal?status=1&limit=0,    status limit",
        "/_mock/calls?limit=-1,              limit"
    })
    void refusesInvalidFilters(String path, String wrong) {
        assertThat(CheckedControl.pointers(CONTROL.get(path))).containsExactly(wrong.split(" "));
    }

    @Test
    void canBeCleared() {
        CONTROL.ask("d", "c", "{}");
        CONTROL.delete(CheckedControl.JOURNAL).statusCode(204);

        assertThat(CONTROL.read(CheckedControl.JOURNAL).path("requests")).isEmpty();
    }

    @Test
    void recordsRequestsThatAreRefusedBeforeTheOperation() {
        String target = "/domains/d/cases/c/audit-history";
        byte[] body = {'{', '}'};
        refuse(415, "POST", target, CONTROL.request().contentType("text/plain").body(body));
        refuse(404, "GET", target, CONTROL.request());
        refuse(
                404,
                "POST",
                "/elsewhere?with=query",
                CONTROL.request().contentType(CheckedControl.JSON).body(body));

        JsonNode requests = CONTROL.read(CheckedControl.JOURNAL).path("requests");

        assertThat(requests.findValuesAsText("path"))
                .containsExactly("/elsewhere", "/domains/d/cases/c/audit-history", "/domains/d/cases/c/audit-history");
        assertThat(requests.findValuesAsText("error"))
                .containsExactly(
                        "UnknownOperationException", "UnknownOperationException", "UnsupportedMediaTypeException");
    }

    @Test
    void recordsThatAClientDisconnected() throws IOException {
        String target = "/domains/d/cases/c/audit-history";
        try (RawConnection connection = new RawConnection(CONTROL.endpoint())) {
            connection.send(RawConnection.post(target, "{}", "x-mock-fault: hang"));
            await(() -> CONTROL.read(CheckedControl.JOURNAL).path("requests").size() == 1);
            assertThat(only(CheckedControl.JOURNAL).has("answer")).isFalse();
        }

        await(() -> only(CheckedControl.JOURNAL).has("answer"));

        JsonNode answer = only(CheckedControl.JOURNAL).path("answer");
        assertThat(answer.path("complete").asBoolean()).isFalse();
        assertThat(answer.has("status")).isFalse();
        CONTROL.get("/_mock/calls").body("calls[0].succeeded", equalTo(false));
    }

    private static void refuse(int status, String method, String path, RequestSpecification request) {
        CheckedControl.exchange(method, path, request).then().statusCode(status);
    }

    private static JsonNode only(String path) {
        JsonNode requests = CONTROL.read(path).path("requests");
        assertThat(requests).hasSize(1);
        return requests.path(0);
    }

    // Each look is a request, which is pause enough.
    private static void await(BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
        }
    }
}
