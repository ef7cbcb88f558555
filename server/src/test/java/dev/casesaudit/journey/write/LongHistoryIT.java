package dev.casesaudit.journey.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A case whose content has to be read from a long history. */
class LongHistoryIT {

    private static final String CASES = "/domains/contact-center/cases/";

    @Test
    void doesNotHoldUpTheOtherConnectionsOfItsThread() throws Exception {
        try (PackagedMock mock = PackagedMock.start("-Dquarkus.vertx.event-loops-pool-size=1")) {
            ControlClient.of(mock).seed("contact-center", "case-very-long", 300_000);
            HttpClient client = HttpClient.newHttpClient();
            assertThat(client.send(post(mock, "case-two-pages/audit-history", "{}"), body())
                            .statusCode())
                    .isEqualTo(200);

            CompletableFuture<HttpResponse<String>> slow =
                    client.sendAsync(post(mock, "case-very-long", "{\"fields\":[{\"id\":\"status\"}]}"), body());
            // The first of them may arrive before the slow one.
            for (int i = 0; i < 5; i++) {
                client.send(post(mock, "case-two-pages/audit-history", "{}"), body());
            }

            assertThat(slow).isNotDone();
            assertThat(slow.get().body()).contains("\"id\":\"status\"");
        }
    }

    private static HttpRequest post(PackagedMock mock, String path, String body) {
        return HttpRequest.newBuilder(URI.create(mock.endpoint() + CASES + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse.BodyHandler<String> body() {
        return HttpResponse.BodyHandlers.ofString();
    }
}
