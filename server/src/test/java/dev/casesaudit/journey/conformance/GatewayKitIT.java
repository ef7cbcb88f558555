package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mock can show the deviations of the real service's gateway, which the kit excuses there and nowhere else. */
class GatewayKitIT {

    private static final Path REPORTS = Path.of("target", "conformance-gateway");

    private static final String BODY = "request-max-results-above-maximum";
    private static final String UNREADABLE_BODY = "request-body-truncated";
    private static final String ID = "request-case-id-counts-code-points";

    @AutoClose
    private final PackagedMock mock = PackagedMock.start();

    @TempDir
    private Path folder;

    @Test
    void showsTheDeviationsOfTheRealService() throws IOException, InterruptedException {
        setBehaviour("gateway*forever");

        KitRun service = judge("base: mock\nreal-service: true\n");
        assertThat(service.exitCode()).as(service.output()).isZero();
        assertThat(service.report().path("results").findValuesAsText("standing"))
                .containsOnly("deviated");

        KitRun fake = judge("base: mock\n");
        assertThat(fake.exitCode()).as(fake.output()).isEqualTo(1);
        assertThat(fake.report().path("results").findValuesAsText("standing")).containsOnly("failed");
    }

    private void setBehaviour(String script) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(mock.endpoint().resolve("/_mock/behaviour"))
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofString("{\"faults\": \"%s\"}".formatted(script)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private KitRun judge(String profile) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), profile);
        return KitRun.of(
                REPORTS,
                Map.of(),
                "--profile",
                file.toString(),
                "--endpoint",
                mock.endpoint().toString(),
                "--only",
                String.join(",", BODY, UNREADABLE_BODY, ID));
    }
}
