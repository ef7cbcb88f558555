package dev.casesaudit.journey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.casesaudit.server.json.Yaml;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryOperationIT {

    private static final CheckedControl CONTROL = CheckedControl.own();
    private static final Map<String, String> BODIES = Map.of(
            "/_mock/world", "[{\"domain\": \"a\", \"cases\": {}}]",
            "/_mock/domains/{domainId}", "{\"domain\": \"d\", \"cases\": {}}",
            "/_mock/domains/{domainId}/cases/{caseId}", "{\"auditEvents\": []}",
            "/_mock/domains/{domainId}/cases/{caseId}/events", CheckedControl.events("new"),
            "/_mock/domains/{domainId}/cases/{caseId}/copies", "{\"caseId\": \"copy\"}",
            "/_mock/exams", "{\"kind\": \"walk\"}");

    // It has no end; JournalStreamIT reads it.
    private static final String STREAM = "/_mock/journal/stream";

    @BeforeEach
    void seed() {
        CONTROL.reset();
        CONTROL.putCase("d", "c", "{\"auditEvents\": []}");
        CONTROL.put("/_mock/rate-limit", "{\"rate\": 1000}").statusCode(200);
        CONTROL.put("/_mock/domains/d/rate-limit", "{\"rate\": 1000}").statusCode(200);
    }

    @AfterEach
    void reset() {
        CONTROL.reset();
    }

    @TestFactory
    Stream<DynamicTest> answersEveryOperationOfItsContract() {
        List<ControlContract.Operation> operations = ControlContract.read().operations();
        assertThat(operations).hasSizeGreaterThan(30);
        return operations.stream()
                .filter(operation -> !operation.path().equals(STREAM))
                .map(operation -> dynamicTest(operation.method() + " " + operation.path(), () -> {
                    seed();
                    CONTROL.ask("d", "c", "{}", "amz-sdk-invocation-id", "call");
                    String exam = CheckedControl.json(CONTROL.post("/_mock/exams", "{\"kind\": \"retry\"}"))
                            .path("examId")
                            .asText();

                    Response response = send(operation, exam);

                    assertThat(response.statusCode()).isIn(200, 204);
                    assertThat(response.header(CheckedControl.ERROR_TYPE)).isNull();
                }));
    }

    private static Response send(ControlContract.Operation operation, String exam) {
        RequestSpecification request = CONTROL.request();
        if (operation.method().startsWith("P")) {
            boolean isLimit = operation.path().endsWith("/rate-limit");
            request.contentType(CheckedControl.JSON)
                    .body(isLimit ? "{\"rate\": 1000}" : BODIES.getOrDefault(operation.path(), "{\"faults\": \"ok\"}"));
        }
        String path = operation
                .path()
                .replace("{domainId}", "d")
                .replace("{caseId}", "c")
                .replace("{invocationId}", "call")
                .replace("{examId}", exam);
        return CONTROL.send(operation.method(), path, request).extract().response();
    }

    @Test
    void servesItsContractAsWritten() throws IOException {
        byte[] served = CONTROL.get("/_mock/openapi").statusCode(200).extract().asByteArray();

        assertThat(new String(served, StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(Path.of("..", "api", "mock-control.yaml")));
        assertThat(Yaml.read(new ByteArrayInputStream(served)).path("openapi").asText())
                .isEqualTo("3.0.3");
    }

    @Test
    void showsBothContractsOnThePageToTryThemOn() {
        String page = CONTROL.request()
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .contains("{url: \"/q/openapi\", name: \"GetCaseAuditEvents\"}")
                .contains("{url: \"/_mock/openapi\", name: \"mock-control\"}")
                .contains("\"urls.primaryName\": 'GetCaseAuditEvents'");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,    /_mock/state",
        "PATCH,   /_mock/state",
        "OPTIONS, /_mock/state",
        "PUT,     /_mock/domains/d/cases/c/events",
        "DELETE,  /_mock/domains/d/cases/c/copies",
        "POST,    /_mock",
        "DELETE,  /_mock/",
        "GET,     /_mock/unknown",
        "PUT,     /_mock/domains",
        "DELETE,  /_mock/domains/d/cases",
        "POST,    /_mock/journal/stream",
        "GET,     /_mock/console",
        "GET,     /_mock/console/",
        "GET,     /_mock/console/none.js",
        "GET,     /_mock/console/lib/lit/LICENSE",
        "POST,    /_mock/console/console.js",
        "GET,     /_mock/domains/d/cases/c/audit-history",
        "GET,     /_mocks/state"
    })
    void respondsToUnknownOperationsLikeTheService(String method, String path) {
        CheckedControl.exchange(method, path, CONTROL.request().contentType(CheckedControl.JSON))
                .then()
                .statusCode(404)
                .contentType(equalTo(CheckedControl.JSON))
                .header(CheckedControl.ERROR_TYPE, equalTo("UnknownOperationException"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /_mock/domains/none",
        "DELETE, /_mock/domains/none",
        "GET,    /_mock/domains/none/cases/none",
        "GET,    /_mock/domains/d/cases/none",
        "DELETE, /_mock/domains/d/cases/none",
        "GET,    /_mock/domains/none/rate-limit",
        "GET,    /_mock/calls/none",
        "GET,    /_mock/exams/none",
        "DELETE, /_mock/exams/none",
        "GET,    /_mock/exams/none/junit"
    })
    void namesTheMissingResource(String method, String path) {
        CONTROL.send(method, path, CONTROL.request())
                .statusCode(404)
                .header(CheckedControl.ERROR_TYPE, equalTo("ResourceNotFoundException"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /_mock/behaviour",
        "PUT,  /_mock/world",
        "PUT,  /_mock/domains/d",
        "PUT,  /_mock/domains/d/cases/c",
        "POST, /_mock/domains/d/cases/c/events",
        "POST, /_mock/exams"
    })
    void refusesBodiesThatAreNotDeclaredAsJson(String method, String path) {
        for (String type : List.of("text/plain", "application/xml")) {
            CONTROL.send(method, path, CONTROL.request().contentType(type).body("{}".getBytes(StandardCharsets.UTF_8)))
                    .statusCode(415)
                    .header(CheckedControl.ERROR_TYPE, equalTo("UnsupportedMediaTypeException"));
        }
    }
}
