package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Behaviours of some cases and domains do not affect others. */
class BehaviourKitIT {

    private static final Path REPORTS = Path.of("target", "conformance-misbehaviour");

    private static final String MISBEHAVIOUR = """
            {"faults": "50% Throttling*forever", "pages": "short-pages", "tomorrow": "all"}
            """;

    private final PackagedMock mock = PackagedMock.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void findsTheMockConformantWhileOthersMisbehave() throws IOException, InterruptedException {
        put("domains/kit-beside", "{\"domain\": \"kit-beside\", \"cases\": {\"case-long\": {\"auditEvents\": []}}}");
        put("domains/kit-beside/behaviour", MISBEHAVIOUR);
        put("domains/kit-beside/rate-limit", "{\"rate\": 0.001, \"burst\": 1}");
        put("domains/kit-beside/cases/case-long/behaviour", MISBEHAVIOUR);
        put("domains/contact-center/cases/beside", "{\"generate\": {\"events\": 60, \"seed\": 7}}");
        put("domains/contact-center/cases/beside/behaviour", MISBEHAVIOUR);

        KitRun run = KitRun.of(REPORTS, Map.of(), "--endpoint", mock.endpoint().toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.report().path("verdict").asText()).isEqualTo("conformant");
        assertThat(run.report().path("results"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.path("findings"))
                        .as(result.path("id").asText())
                        .isEmpty());
    }

    @AfterEach
    void takeTheOthersAway() throws IOException, InterruptedException {
        delete("domains/kit-beside");
        delete("domains/kit-beside/behaviour");
        delete("domains/kit-beside/rate-limit");
        delete("domains/kit-beside/cases/case-long/state");
        delete("domains/contact-center/cases/beside/state");
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        assertThat(send("PUT", path, body)).as(path).isEqualTo(200);
    }

    private void delete(String path) throws IOException, InterruptedException {
        assertThat(send("DELETE", path, "")).as(path).isEqualTo(204);
    }

    private int send(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(mock.endpoint().resolve("/_mock/" + path))
                                .header("content-type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
