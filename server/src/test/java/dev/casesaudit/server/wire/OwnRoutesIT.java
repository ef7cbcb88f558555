package dev.casesaudit.server.wire;

import static dev.casesaudit.server.wire.Errors.assertError;
import static dev.casesaudit.server.wire.Errors.error;
import static dev.casesaudit.server.wire.Wire.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnRoutesIT {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started"})
    void saysThatItIsUp(String path) {
        request().get(path).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void servesTheContractAsJson() throws IOException {
        byte[] served = request()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(JsonMapper.builder().build().readTree(served)).isEqualTo(contract());
    }

    @Test
    void servesTheContractAsYaml() throws IOException {
        byte[] served =
                request().get("/q/openapi").then().statusCode(200).extract().asByteArray();

        assertThat(Yaml.read(new ByteArrayInputStream(served))).isEqualTo(contract());
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
    void leadsToThatPage() {
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
    void answersAnUnknownPathOfItsOwnAsAnyOther(String path) throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            assertError(
                    RawHttp.exchange(RawHttp.head(method, path, "Accept: text/html, */*")),
                    404,
                    "UnknownOperationException",
                    "No operation answers this method and path");
        }
    }

    @Test
    void hasNoRouteBesideThoseInItsContract() {
        request()
                .contentType(Wire.JSON)
                .post("/openapi")
                .then()
                .spec(error(404, "UnknownOperationException", "No operation answers POST /openapi"));
    }

    private static JsonNode contract() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("..", "api", "openapi.yaml"))) {
            return Yaml.read(file);
        }
    }
}
