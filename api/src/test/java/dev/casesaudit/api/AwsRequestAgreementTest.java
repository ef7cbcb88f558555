package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.endpoints.ConnectCasesEndpointProvider;

/** An AWS SDK client sends the request of the contract. */
class AwsRequestAgreementTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractOperation operation = new ContractOperation(contract);
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void hasTheMethodThePathAndTheContentTypeOfTheContract() {
        SdkHttpRequest sent = send(pathExamples()).request();

        assertThat(sent.method()).hasToString(operation.method());
        assertThat(sent.encodedPath()).isEqualTo(operation.path(pathExamples()));
        assertThat(sent.headers().get("Content-Type"))
                .isEqualTo(ContractDocument.names(operation.request().required("content")));
    }

    @Test
    void hasAnyCharacterOfAPathParameterPercentEncoded() {
        ObjectNode input = json.createObjectNode().put("domainId", "a/b c").put("caseId", "Ünal😀");
        ObjectNode encoded =
                json.createObjectNode().put("domainId", "a%2Fb%20c").put("caseId", "%C3%9Cnal%F0%9F%98%80");

        assertThat(send(input).request().encodedPath()).isEqualTo(operation.path(encoded));
    }

    @TestFactory
    Stream<DynamicTest> hasTheBodyOfTheExampleForTheInputOfTheExample() {
        return Example.all(contract).stream()
                .filter(example -> example.schemaPointer().contains("/requestBody/"))
                .map(example -> dynamicTest(example.name(), () -> {
                    ObjectNode input = pathExamples().setAll((ObjectNode) example.value());

                    assertThat(json.readTree(send(input).requestBody())).isEqualTo(example.value());
                }));
    }

    @Test
    void isSignedForTheNameOfTheContract() {
        String signingName = contract.at("/x-signing-name").textValue();

        assertThat(signingName).isEqualTo(ConnectCasesClient.SERVICE_NAME);
        assertThat(send(pathExamples()).request().firstMatchingHeader("Authorization"))
                .hasValueSatisfying(value -> assertThat(value).contains("/%s/aws4_request,".formatted(signingName)));
    }

    @Test
    void goesToTheServiceOfTheContract() {
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

    private static StubTransport send(ObjectNode input) {
        StubTransport transport = new StubTransport(200, Map.of(), "{}");
        AwsClient.call(transport, request -> SdkJson.fill(request, input));
        return transport;
    }

    private ObjectNode pathExamples() {
        ObjectNode examples = json.createObjectNode();
        operation
                .parameters()
                .forEach(parameter -> examples.set(
                        parameter.required("name").textValue(), parameter.requiredAt("/examples/Served/value")));
        return examples;
    }
}
