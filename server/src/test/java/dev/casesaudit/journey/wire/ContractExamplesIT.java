package dev.casesaudit.journey.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.PackagedMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mocks that others make of the contract pair its requests and responses by their names, and so must this one. */
class ContractExamplesIT {

    private static final URI ENDPOINT = PackagedMock.shared().endpoint();
    private static final String PATH = "/domains/{domainId}/cases/{caseId}/audit-history";
    private static final String EXAMPLES = "/content/application~1json/examples";

    @ParameterizedTest
    @MethodSource("errors")
    void theRequestShownGetsTheErrorShown(String name, String path, String body, int status, JsonNode error)
            throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(ENDPOINT.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("content-type", "application/json"));

        assertThat(response.statusCode()).as(name).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(response.body())).as(name).isEqualTo(error);
    }

    static Stream<Arguments> errors() throws IOException, InterruptedException {
        JsonNode contract = new ObjectMapper()
                .readTree(send(HttpRequest.newBuilder(ENDPOINT.resolve("/q/openapi?format=json")))
                        .body());
        JsonNode operation = contract.path("paths").path(PATH).path("post");
        return operation.path("responses").properties().stream()
                .filter(response -> response.getKey().matches("[45]\\d\\d"))
                .flatMap(response -> resolved(contract, response.getValue()).at(EXAMPLES).properties().stream()
                        .filter(error ->
                                operation.path("requestBody").at(EXAMPLES).has(error.getKey()))
                        .map(error -> Arguments.of(
                                error.getKey(),
                                PATH.replace("{domainId}", parameter(contract, "DomainId", error.getKey()))
                                        .replace("{caseId}", parameter(contract, "CaseId", error.getKey())),
                                operation
                                        .path("requestBody")
                                        .at(EXAMPLES)
                                        .path(error.getKey())
                                        .path("value")
                                        .toString(),
                                Integer.parseInt(response.getKey()),
                                resolved(contract, error.getValue()).path("value"))));
    }

    private static String parameter(JsonNode contract, String name, String example) {
        JsonNode examples = contract.at("/components/parameters/" + name + "/examples");
        return examples.path(examples.has(example) ? example : "Served")
                .path("value")
                .textValue();
    }

    private static JsonNode resolved(JsonNode contract, JsonNode node) {
        return node.has("$ref") ? contract.at(node.path("$ref").textValue().substring(1)) : node;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
