package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.ErrorResponses.error;
import static dev.casesaudit.journey.OperationRequests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.RawConnection;
import dev.casesaudit.server.json.Yaml;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnRoutesIT {

    private static final Path CONTRACT = Path.of("..", "api", "openapi.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void reportsItsHealth(String path) {
        request().get(path).then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi?format=json", "/q/openapi.json"})
    void servesTheContractAsJson(String path) throws IOException {
        assertThat(json(request().get(path))).isEqualTo(contract());
    }

    @Test
    void servesTheContractAsJsonToWhoAcceptsThatOnly() throws IOException {
        assertThat(json(request().accept("application/json").get("/q/openapi"))).isEqualTo(contract());
    }

    private static JsonNode json(Response answer) throws IOException {
        byte[] served = answer.then()
                .statusCode(200)
                .header("content-type", "application/json")
                .extract()
                .asByteArray();
        return JsonMapper.builder().build().readTree(served);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/openapi?format=yaml", "/q/openapi.yaml", "/q/openapi.yml"})
    void servesTheContractAsWritten(String path) throws IOException {
        byte[] served = request()
                .get(path)
                .then()
                .statusCode(200)
                .header("content-type", "application/yaml;charset=UTF-8")
                .extract()
                .asByteArray();

        assertThat(served).isEqualTo(Files.readAllBytes(CONTRACT));
    }

    @Test
    void respondsToHeadWithoutTheDocument() throws IOException {
        request()
                .head("/q/openapi")
                .then()
                .statusCode(200)
                .header("content-length", String.valueOf(Files.size(CONTRACT)))
                .body(emptyString());
    }

    @Test
    void servesAPageToTryTheContractOn() {
        request()
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("content-type", startsWith("text/html"))
                .body(containsString("<title>GetCaseAuditEvents</title>"))
                .body(containsString("/q/openapi"));
    }

    @Test
    void redirectsToThatPage() {
        request()
                .redirects()
                .follow(false)
                .get("/q/swagger-ui")
                .then()
                .statusCode(302)
                .header("location", equalTo("/q/swagger-ui/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/",
                "/q/unknown",
                "/q/health/unknown",
                "/q/openapi/unknown",
                "/q/swagger-ui/unknown",
                "/q/dev"
            })
    void respondsToUnknownPathsOfItsOwnLikeToAnyOther(String path) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            assertError(
                    RawConnection.exchange(RawConnection.head(method, path, "Accept: text/html, */*")),
                    404,
                    "UnknownOperationException",
                    "No operation answers this method and path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_mock", "/_mock/", "/?x=y"})
    void listsTheDocuments(String path) throws IOException {
        JsonNode page = json(request().accept("application/json").get(path));

        assertThat(page.path("operation").asText()).startsWith("POST /domains/{domainId}/cases/{caseId}/audit-history");
        assertThat(page.path("control").asText()).isEqualTo("without a token");
        for (String link : new String[] {"contract", "swaggerUi", "health", "controlContract", "controlState"}) {
            request().get(page.path(link).asText()).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */* | text/plain;charset=UTF-8 | swaggerUi: /q/swagger-ui/
                    image/png | text/plain;charset=UTF-8 | swaggerUi: /q/swagger-ui/
                    application/json;q=0.1, text/plain | text/plain;charset=UTF-8 | swaggerUi: /q/swagger-ui/
                    text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html;charset=UTF-8 | \
                    <a href="/q/swagger-ui/">
                    application/json | application/json | "swaggerUi":"/q/swagger-ui/"
                    """)
    void listsThemInAnAcceptedMediaType(String accept, String type, String link) throws IOException {
        for (String path : new String[] {"/", "/_mock"}) {
            RawConnection.Response answer =
                    RawConnection.exchange(RawConnection.head("GET", path, "Accept: " + accept));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-type")).containsExactly(type);
            assertThat(answer.header("vary")).containsExactly("accept");
            assertThat(answer.text()).contains(link);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/_mock", "/_mock/"})
    void respondsToHeadOfTheIndexWithoutABody(String path) throws IOException {
        try (RawConnection http = RawConnection.toSharedMock()) {
            RawConnection.Response head =
                    http.send(RawConnection.head("HEAD", path)).readHead();
            RawConnection.Response page =
                    http.send(RawConnection.head("GET", path)).read();

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("content-length")).isEqualTo(page.header("content-length"));
            assertThat(page.length()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void hasNoOperationAtItsRoot(String method) throws IOException {
        assertError(
                RawConnection.exchange(RawConnection.head(method, "/")),
                404,
                "UnknownOperationException",
                "No operation answers %s /".formatted(method));
    }

    @Test
    void hasNoRouteBesideThoseInItsContract() {
        request()
                .contentType(OperationRequests.JSON)
                .post("/openapi")
                .then()
                .spec(error(404, "UnknownOperationException", "No operation answers POST /openapi"));
    }

    private static JsonNode contract() throws IOException {
        try (InputStream file = Files.newInputStream(CONTRACT)) {
            return Yaml.read(file);
        }
    }
}
