package dev.casesaudit.journey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.conformance.ServedWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract as others use it. The client in Java is part of every build, and {@code -Pclients} adds the other languages. */
class GeneratedClientsIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final URI ENDPOINT = PackagedMock.shared().endpoint();
    private static final String TOMORROW = "domain-of-tomorrow";
    private static final Map<GeneratedClient, GeneratedClient.Run> COMPILATIONS = new HashMap<>();
    private static final int EVENTS = 40;
    private static final List<String> KINDS = List.of(
            "event-type", "related-item-type", "field-arm", "user-arm", "union-type", "null-items", "extra-members");

    @BeforeAll
    static void makeACaseForEachKindOfTomorrow() throws IOException, InterruptedException {
        for (String kind : KINDS) {
            setBehaviour(
                    "PUT",
                    "/cases/" + kind,
                    "{\"generate\": {\"events\": " + EVENTS + ", \"seed\": 7}, \"behaviour\": {\"tomorrow\": \"" + kind
                            + "\"}}");
        }
    }

    @AfterAll
    static void forgetThem() throws IOException, InterruptedException {
        setBehaviour("DELETE", "", "");
    }

    @ParameterizedTest
    @MethodSource("clients")
    void compiles(GeneratedClient client) throws IOException, InterruptedException {
        assumeThere(client, client.compiler());

        GeneratedClient.Run compilation = compile(client);

        assertThat(compilation.exitCode()).as("%s", compilation).isZero();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void readsTheSeededWorldAndWritesItBackAsItWas(GeneratedClient client) throws IOException, InterruptedException {
        assumeThatItRuns(client);
        for (JsonNode document : new ServedWorld(ENDPOINT).documents().values()) {
            Map<String, JsonNode> histories = new LinkedHashMap<>();
            document.path("cases").forEachEntry((id, content) -> {
                if (content.has("auditEvents")) {
                    histories.put(id, content.path("auditEvents"));
                }
            });

            List<JsonNode> events = read(client, document.path("domain").textValue(), List.copyOf(histories.keySet()));

            assertThat(events)
                    .isNotEmpty()
                    .isEqualTo(histories.values().stream()
                            .flatMap(JsonNode::valueStream)
                            .map(event -> comparable(event, client.precision()))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void survivesFutureMembers(GeneratedClient client) throws IOException, InterruptedException {
        assumeThatItRuns(client);
        List<String> survived = new ArrayList<>(KINDS);
        survived.removeAll(client.refused());

        assertThat(read(client, TOMORROW, survived))
                .filteredOn(event -> !event.isNull())
                .hasSize(EVENTS * survived.size());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void failsAsTheDocumentsSay(GeneratedClient client) throws IOException, InterruptedException {
        assumeThatItRuns(client);
        for (String kind : client.refused()) {
            assertThat(client.read(ENDPOINT, TOMORROW, List.of(kind)).exitCode())
                    .as(kind)
                    .isNotZero();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void reportsAnErrorWithItsStatus(GeneratedClient client) throws IOException, InterruptedException {
        assumeThatItRuns(client);

        GeneratedClient.Run run = client.read(ENDPOINT, "contact-center", List.of("case-unknown"));

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.errors()).contains("404");
    }

    static Stream<GeneratedClient> clients() {
        return GeneratedClient.made();
    }

    private static void assumeThatItRuns(GeneratedClient client) throws IOException, InterruptedException {
        assumeThere(client, client.compiler());
        assumeThere(client, client.runtime());
        compile(client);
    }

    // Other languages are no part of this build: who does not have one tries the rest, and CI has all of them.
    private static void assumeThere(GeneratedClient client, String command) throws IOException, InterruptedException {
        assumeTrue(client.run(command).exitCode() == 0, "not here: " + command);
    }

    // Once for all tests, in whichever order they run.
    private static GeneratedClient.Run compile(GeneratedClient client) throws IOException, InterruptedException {
        GeneratedClient.Run compilation = COMPILATIONS.get(client);
        if (compilation == null) {
            compilation = client.compile();
            COMPILATIONS.put(client, compilation);
        }
        return compilation;
    }

    private static List<JsonNode> read(GeneratedClient client, String domain, List<String> cases)
            throws IOException, InterruptedException {
        GeneratedClient.Run run = client.read(ENDPOINT, domain, cases);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        List<JsonNode> events = new ArrayList<>();
        for (String line : run.lines()) {
            events.add(comparable(MAPPER.readTree(line), client.precision()));
        }
        return events;
    }

    /** Compares two texts of one event: numbers may have a fraction, times may end in zeros. */
    private static JsonNode comparable(JsonNode event, ChronoUnit precision) {
        event.findParents("performedTime").forEach(parent -> {
            Instant time =
                    Instant.parse(parent.path("performedTime").textValue()).truncatedTo(precision);
            ((ObjectNode) parent).set("performedTime", TextNode.valueOf(time.toString()));
        });
        event.findParents("doubleValue").stream()
                .filter(parent -> parent.path("doubleValue").isNumber())
                // Plus zero: JavaScript writes the zero below zero as 0, and Go as an integer.
                .forEach(parent -> ((ObjectNode) parent)
                        .set(
                                "doubleValue",
                                DoubleNode.valueOf(parent.path("doubleValue").doubleValue() + 0.0)));
        return event;
    }

    private static void setBehaviour(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ENDPOINT.resolve("/_mock/domains/" + TOMORROW + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .header("content-type", "application/json")
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    }
}
