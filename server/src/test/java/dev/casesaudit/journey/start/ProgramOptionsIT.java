package dev.casesaudit.journey.start;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.reliability.LocalClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of the program, which scripts and clients start. */
class ProgramOptionsIT {

    private static final String HISTORY = "/domains/mine/cases/case-1/audit-history";

    @TempDir
    private Path folder;

    @Test
    void eachHasItsEffect() throws IOException {
        Path fixtures = Files.writeString(
                folder.resolve("mine.yaml"), "{domain: mine, cases: {case-1: {generate: {events: 3, seed: 5}}}}");
        Path key = Files.writeString(folder.resolve("token.key"), "0123456789abcdef0123456789abcdef\n");
        Path ready = folder.resolve("ready.json");

        try (PackagedMock mock = PackagedMock.start(
                "--port=0",
                "--fixtures=" + fixtures,
                "--auth=required",
                "--token-key-file=" + key,
                "--log=json",
                "--set=cases.limits.body=1K",
                "--ready-file=" + ready)) {
            String port = mock.awaitLine("{\"port\": ");

            assertThat(mock.log().lines())
                    .allSatisfy(line ->
                            assertThat(LocalClient.json(line).isObject()).isTrue());
            assertThat(mock.log())
                    .contains(fixtures.toString(), "cases.token.key")
                    .doesNotContain("0123456789abcdef");
            JsonNode file = LocalClient.json(Files.readString(ready));
            assertThat(file.path("endpoint").asText()).isEqualTo(mock.endpoint().toString());
            assertThat(file.path("pid").asLong()).isEqualTo(mock.pid());
            assertThat(LocalClient.json(port).path("port").asInt())
                    .isEqualTo(mock.endpoint().getPort());
            given().contentType(JSON).post(mock.endpoint() + HISTORY).then().statusCode(403);
            given().contentType(JSON)
                    .body(" ".repeat(2_000))
                    .post(mock.endpoint() + HISTORY)
                    .then()
                    .statusCode(413);
        }

        assertThat(ready).doesNotExist();
    }

    @Test
    void endsWhenStandardInputCloses() throws IOException {
        try (PackagedMock mock = PackagedMock.start("--port=0", "--exit-with-parent")) {
            assertThat(mock.awaitLine("port="))
                    .isEqualTo("port=" + mock.endpoint().getPort());

            mock.closeInput();

            assertThat(mock.awaitEnd(Duration.ofSeconds(15))).isZero();
            assertThat(mock.log()).contains("cases-audit-mock stopped");
        }
    }

    @Test
    void refusesAReadyFileThatItCannotWriteBeforeItStarts() {
        PackagedMock.Ended ended =
                PackagedMock.startExpectingFailure("--ready-file=" + folder.resolve("gone/ready.json"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log()).contains("--ready-file: cannot write").doesNotContain("Listening", "\tat ");
    }

    @Test
    void refusesATokenKeyFileThatItCannotRead() {
        PackagedMock.Ended ended = PackagedMock.startExpectingFailure("--token-key-file=" + folder);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log()).contains("--token-key-file: expected a file with a key, got " + folder);
    }
}
