package dev.casesaudit.journey.start;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    @TempDir
    private Path folder;

    @Test
    void logsTheLoadedFixturesAndTheirSize() {
        assertThat(PackagedMock.shared().log())
                .containsPattern("Loaded 2 domains, 10 cases and 1,094 events from "
                        + "classpath:fixtures/back-office.yaml, classpath:fixtures/contact-center.yaml");
    }

    @Test
    void explainsARandomTokenKey() {
        assertThat(PackagedMock.shared().log()).contains("random key").contains("cases.token.key");
    }

    @Test
    void servesOtherFixturesInPlaceOfTheSeededWorld() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"), "{domain: mine, cases: {case-1: {generate: {events: 3, seed: 5}}}}");

        try (PackagedMock mock = PackagedMock.start("-Dcases.fixtures=" + file)) {
            given().contentType(JSON)
                    .post(mock.endpoint() + "/domains/mine/cases/case-1/audit-history")
                    .then()
                    .statusCode(200)
                    .body("auditEvents", hasSize(3));
            given().contentType(JSON)
                    .post(mock.endpoint() + "/domains/contact-center/cases/case-empty/audit-history")
                    .then()
                    .statusCode(404);
            assertThat(mock.log()).contains("Loaded 1 domain, 1 case and 3 events from " + file);
        }
    }

    @Test
    void doesNotStartAtAPortThatIsTaken() {
        int taken = PackagedMock.shared().endpoint().getPort();

        PackagedMock.Ended ended = PackagedMock.startExpectingFailure("-Dquarkus.http.port=" + taken);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log())
                .contains("quarkus.http.port: expected a port that is free, got " + taken)
                .doesNotContain("\tat ");
    }

    @Test
    void writesNoFiles() {
        try (PackagedMock mock = PackagedMock.start("-Djava.io.tmpdir=" + folder, "-Dcases.fixtures=")) {
            given().get(mock.endpoint() + "/q/swagger-ui/swagger-ui.css").then().statusCode(200);

            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void startsWithoutATemporaryFolder() {
        try (PackagedMock mock = PackagedMock.start("-Djava.io.tmpdir=" + folder.resolve("gone"))) {
            given().get(mock.endpoint() + "/q/swagger-ui/").then().statusCode(200);
        }
    }

    @Test
    void logsInAsciiWhateverTheLocale() {
        assertThat(PackagedMock.shared().log()).containsPattern("^[0-9]{2}:").matches("\\p{ASCII}*");
    }
}
