package dev.casesaudit.journey.start;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {

    private static final String NAMING_ITS_TRANSPORT = "-Dquarkus.log.category.\"dev.casesaudit\".level=DEBUG";

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
    void leavesNoFiles() {
        boolean hasGlibc = Stream.of("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")
                .anyMatch(loader -> Files.exists(Path.of(loader)));

        try (PackagedMock mock = PackagedMock.start(
                NAMING_ITS_TRANSPORT,
                "-Dquarkus.vertx.prefer-native-transport=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dcases.fixtures=")) {
            given().get(mock.endpoint() + "/q/swagger-ui/swagger-ui.css").then().statusCode(200);

            assertThat(mock.log()).contains("Connections use " + (hasGlibc ? "epoll" : "NIO"));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void servesOnNioWhereItCannotUnpackTheNativeTransport() {
        // Not even root can write there.
        try (PackagedMock mock = PackagedMock.start(NAMING_ITS_TRANSPORT, "-Djava.io.tmpdir=/proc")) {
            given().get(mock.endpoint() + "/q/swagger-ui/").then().statusCode(200);

            assertThat(mock.log()).contains("Connections use NIO").doesNotContain("WARN", "Exception", "\tat ");
        }
    }

    @Test
    void logsInAsciiWhateverTheLocale() {
        assertThat(PackagedMock.shared().log()).containsPattern("^[0-9]{2}:").matches("\\p{ASCII}*");
    }
}
