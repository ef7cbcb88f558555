package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Cases that clients create and change in large numbers: the world keeps all of them, or says that it is full. */
class ManyCasesIT {

    private static final int CLIENTS = 8;
    private static final String DOMAIN = "/domains/contact-center";

    @Test
    void fitIntoAHeapOf512MegabytesAndKeepTheirHistories() throws InterruptedException, ExecutionException {
        int count = Effort.isLong() ? 100_000 : 4_000;
        try (PackagedMock mock = PackagedMock.start("-Xmx512m", "-Dcases.control.cases=200000")) {
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            List<Future<String>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int own = client;
                clients.add(threads.submit(() -> {
                    String last = "";
                    for (int number = own; number < count; number += CLIENTS) {
                        last = created(mock, number);
                    }
                    return last;
                }));
            }
            List<String> last = new ArrayList<>();
            for (Future<String> client : clients) {
                last.add(client.get());
            }
            threads.shutdown();

            JsonNode world = ControlClient.of(mock).get("state").path("world");
            assertThat(world.path("cases").asInt()).isEqualTo(10 + count);
            assertThat(last).allSatisfy(caseId -> {
                assertThat(send(mock, "PUT", "/cases/" + caseId, """
                                {"fields":[{"id":"status","value":{"stringValue":"closed"}}]}""").statusCode())
                        .isEqualTo(200);
                assertThat(send(mock, "POST", "/cases/" + caseId + "/audit-history", "{}")
                                .body())
                        .contains("Case.Created", "Case.Updated");
            });
        }
    }

    private static String created(PackagedMock mock, int number) {
        HttpResponse<String> response =
                send(mock, "POST", "/cases", String.format(Locale.ROOT, """
                {"templateId":"template-general","clientToken":"3d6e1f0a-8b57-4c57-9c38-%012d",\
                "performedBy":{"customEntity":"crm-sync"},"fields":[\
                {"id":"title","value":{"stringValue":"Parcel %d arrived damaged"}},\
                {"id":"customer_id","value":{"stringValue":"arn:aws:profile:us-east-1:111122223333:domains/d/profiles/%d"}},\
                {"id":"order-number","value":{"stringValue":"%d"}}]}""", number, number, number, number));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().replaceFirst(".*\"caseId\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> send(PackagedMock mock, String method, String path, String body) {
        URI target = mock.endpoint().resolve(DOMAIN + path);
        return ControlClient.send(HttpRequest.newBuilder(target)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("content-type", "application/json")
                .build());
    }
}
