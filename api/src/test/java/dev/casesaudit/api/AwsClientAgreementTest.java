package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.endpoints.ConnectCasesEndpointProvider;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** An AWS SDK client sends the request of the contract, and reads the response of the contract. */
class AwsClientAgreementTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractOperation operation = new ContractOperation(contract);
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void sendsTheMethodThePathAndTheContentTypeOfTheContract() {
        SdkHttpRequest request = exchange(input(), "{}").request();

        assertThat(request.method()).hasToString(operation.method());
        assertThat(request.encodedPath()).isEqualTo(filledPath());
        assertThat(ContractDocument.names(operation.request().required("content")))
                .containsExactlyElementsOf(request.headers().get("Content-Type"));
    }

    @Test
    void sendsAnyCharacterOfAPathParameterPercentEncoded() {
        ObjectNode input = input().put("domainId", "a/b c").put("caseId", "Ünal😀");

        assertThat(exchange(input, "{}").request().encodedPath())
                .isEqualTo("/domains/a%2Fb%20c/cases/%C3%9Cnal%F0%9F%98%80/audit-history");
    }

    @TestFactory
    Stream<DynamicTest> sendsTheBodyOfEveryRequestExample() {
        return examples("/requestBody/")
                .map(example -> dynamicTest(example.name(), () -> {
                    String sent = exchange(input().setAll((ObjectNode) example.value()), "{}")
                            .requestBody();

                    assertThat(json.readTree(sent)).isEqualTo(example.value());
                }));
    }

    @TestFactory
    Stream<DynamicTest> readsEveryResponseExampleWithoutLoss() {
        return examples("/responses/200/")
                .map(example -> dynamicTest(example.name(), () -> {
                    StubTransport transport =
                            new StubTransport(200, Map.of(), example.value().toString());
                    GetCaseAuditEventsResponse read = AwsClient.over(transport).getCaseAuditEvents(request(input()));

                    assertThat(SdkJson.read(read)).isEqualTo(example.value());
                }));
    }

    @Test
    void theServiceOfTheContractIsTheServiceOfTheClient() {
        JsonNode server = contract.at("/servers/1");
        String region = AwsClient.REGION.id();

        assertThat(server.at("/variables/region/default").textValue()).isEqualTo(region);
        assertThat(server.required("url").textValue().replace("{region}", region))
                .isEqualTo(ConnectCasesEndpointProvider.defaultProvider()
                        .resolveEndpoint(params -> params.region(AwsClient.REGION))
                        .join()
                        .url()
                        .toString());
    }

    @Test
    void signsWhereAndWithTheNameTheContractSays() {
        JsonNode scheme = contract.at("/components/securitySchemes/sigv4");

        assertThat(scheme.required("description").textValue()).contains("`" + ConnectCasesClient.SERVICE_NAME + "`");
        assertThat(exchange(input(), "{}")
                        .request()
                        .firstMatchingHeader(scheme.required("name").textValue()))
                .hasValueSatisfying(value -> assertThat(value)
                        .startsWith("AWS4-HMAC-SHA256 ")
                        .contains("/%s/aws4_request".formatted(ConnectCasesClient.SERVICE_NAME)));
    }

    private static StubTransport exchange(ObjectNode input, String responseBody) {
        StubTransport transport = new StubTransport(200, Map.of(), responseBody);
        AwsClient.over(transport).getCaseAuditEvents(request(input));
        return transport;
    }

    private static GetCaseAuditEventsRequest request(ObjectNode input) {
        GetCaseAuditEventsRequest.Builder builder = GetCaseAuditEventsRequest.builder();
        SdkJson.fill(builder, input);
        return builder.build();
    }

    private ObjectNode input() {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        operation.parameters().forEach(parameter -> input.set(name(parameter), parameter.required("example")));
        return input;
    }

    private String filledPath() {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            path = path.replace(
                    "{%s}".formatted(name(parameter)),
                    parameter.required("example").textValue());
        }
        return path;
    }

    private static String name(JsonNode parameter) {
        return parameter.required("name").textValue();
    }

    private Stream<Example> examples(String place) {
        return Example.all(contract).stream()
                .filter(example -> example.schemaPointer().contains(place));
    }
}
