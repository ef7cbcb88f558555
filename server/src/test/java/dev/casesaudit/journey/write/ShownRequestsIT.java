package dev.casesaudit.journey.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.server.json.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The mock answers the requests that the contract of the operations on cases shows as it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownRequestsIT {

    private static final Path API = Path.of("..", "api");
    private static final String EXAMPLES = "/content/application~1json/examples";
    private static final ObjectMapper JSON = new ObjectMapper();

    @AutoClose
    private final PackagedMock mock = PackagedMock.start();

    private final JsonNode cases = read("cases.yaml");
    private final JsonNode audit = read("openapi.yaml");

    // Of the items that earlier requests created, by the names of the requests.
    private final Map<String, String> itemIds = new HashMap<>();

    // In the order of the contract: the second request with a client token is the one with a conflict.
    @TestFactory
    Stream<DynamicTest> getTheResponsesShown() {
        List<DynamicTest> tests = new ArrayList<>();
        cases.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> operation
                        .path("requestBody")
                        .at(EXAMPLES)
                        .forEachEntry((name, example) -> {
                            // The mock has never issued this one.
                            if (!example.path("value").has("nextToken") || isError(name)) {
                                tests.add(dynamicTest(
                                        operation.path("operationId").asText() + " " + name,
                                        () -> assertAnswer(path, method, operation, name, example.path("value"))));
                            }
                        })));
        assertThat(tests).hasSizeGreaterThan(30);
        return tests.stream();
    }

    private void assertAnswer(String path, String method, JsonNode operation, String name, JsonNode body)
            throws IOException {
        HttpResponse<String> response =
                ControlClient.send(HttpRequest.newBuilder(mock.endpoint().resolve(filled(path, operation, name)))
                        .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.ofString(body.toString()))
                        .header("content-type", "application/json")
                        .build());

        JsonNode answer = JSON.readTree(response.body());
        if (isError(name)) {
            assertThat(operation.path("responses").has(String.valueOf(response.statusCode())))
                    .isTrue();
            assertThat(response.headers().firstValue("x-amzn-errortype"))
                    .hasValueSatisfying(error -> assertThat(name).startsWith(error));
            assertThat(answer).isEqualTo(error(operation, String.valueOf(response.statusCode()), name));
        } else {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            itemIds.putIfAbsent(name, answer.path("relatedItemId").asText());
        }
    }

    private static boolean isError(String name) {
        return name.contains("Exception");
    }

    private String filled(String path, JsonNode operation, String name) {
        String filled = path.replace("{relatedItemId}", itemIds.getOrDefault(name, "any"));
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = resolved(cases, reference);
            JsonNode examples = parameter.path("examples");
            filled = filled.replace(
                    "{" + parameter.path("name").asText() + "}",
                    examples.path(examples.has(name) ? name : "Served")
                            .path("value")
                            .asText());
        }
        return filled;
    }

    private JsonNode error(JsonNode operation, String status, String name) {
        JsonNode reference = operation.path("responses").path(status);
        JsonNode owner = reference.path("$ref").asText().startsWith("#") ? cases : audit;
        return resolved(owner, resolved(cases, reference).at(EXAMPLES).path(name))
                .path("value");
    }

    private JsonNode resolved(JsonNode document, JsonNode node) {
        String[] parts = node.path("$ref").asText("").split("#", 2);
        return parts.length < 2 ? node : (parts[0].isEmpty() ? document : audit).at(parts[1]);
    }

    private static JsonNode read(String file) {
        try (InputStream in = Files.newInputStream(API.resolve(file))) {
            return Yaml.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
