package dev.casesaudit.journey.start;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the most common requests against the packaged mock, and makes the JVM write its class cache. */
class CacheTraining {

    private static final Path CACHE = PackagedMock.FOLDER.resolve("app.aot");
    private static final String CASES = "/domains/contact-center/cases/";

    // The quick compiler alone would learn nothing for the other.
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    @BeforeAll
    static void train() throws IOException {
        Files.deleteIfExists(CACHE);
        PackagedMock mock = PackagedMock.start(BOTH_COMPILERS, "-XX:AOTCacheOutput=" + CACHE);
        for (int i = 0; i < 50; i++) {
            page(mock, "case-long", 200);
            page(mock, "case-every-shape", 200);
        }
        page(mock, "case-throttled", 429);
        page(mock, "case-internal-error", 500);
        page(mock, "nowhere", 404);
        control(mock);
        // Not by Process.destroy, which closes the pipe that the JVM's helper still writes to: it would die of that.
        ProcessHandle.of(mock.pid()).orElseThrow().destroy();
        // The JVM writes the cache when it ends, which takes longer than serving did.
        mock.awaitEnd(Duration.ofMinutes(3));
    }

    private static void control(PackagedMock mock) {
        given().contentType(JSON)
                .body("{\"faults\": \"Throttling, ok\"}")
                .put(mock.endpoint() + "/_mock" + CASES + "case-long/behaviour");
        page(mock, "case-long", 429);
        given().get(mock.endpoint() + "/_mock/journal").then().statusCode(200);
        given().get(mock.endpoint() + "/_mock/calls").then().statusCode(200);
        given().delete(mock.endpoint() + "/_mock/state");
        given().get(mock.endpoint() + "/q/health").then().statusCode(200);
    }

    @Test
    void makesACacheThatTheMockStartsFrom() {
        try (PackagedMock mock = PackagedMock.start(BOTH_COMPILERS, "-XX:AOTMode=on", "-XX:AOTCache=" + CACHE)) {
            page(mock, "case-long", 200);
        }
    }

    @Test
    void startsWithoutACacheThatDoesNotFit(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("app.aot"), "not a cache");

        try (PackagedMock mock = PackagedMock.start("-XX:AOTCache=" + other)) {
            page(mock, "case-long", 200);
            assertThat(mock.log()).contains("AOT cache");
        }
    }

    private static void page(PackagedMock mock, String caseId, int status) {
        given().contentType(JSON)
                .body("{\"maxResults\": 25}")
                .post(mock.endpoint() + CASES + caseId + "/audit-history")
                .then()
                .statusCode(status);
    }
}
