package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** An AWS SDK client reads the response of the contract. */
class AwsResponseAgreementTest {

    private final ContractDocument contract = ContractDocument.read();

    @TestFactory
    Stream<DynamicTest> theClientReadsEveryExampleWithoutLoss() {
        return Example.all(contract).stream()
                .filter(example -> example.schemaPointer().contains("/responses/200/"))
                .map(example -> dynamicTest(
                        example.name(),
                        () -> assertThat(SdkJson.read(
                                        receive(Map.of(), example.value().toString())))
                                .isEqualTo(example.value())));
    }

    @Test
    void theClientReadsTheRequestIdFromTheHeaderOfTheContract() {
        JsonNode headers = new ContractOperation(contract).responses().requiredAt("/200/headers");
        Map<String, String> sent = new HashMap<>();
        headers.properties()
                .forEach(header -> sent.put(
                        header.getKey(),
                        contract.resolve(header.getValue()).required("example").textValue()));

        assertThat(sent.values())
                .containsExactly(receive(sent, "{}").responseMetadata().requestId());
    }

    private static GetCaseAuditEventsResponse receive(Map<String, String> headers, String body) {
        return AwsClient.call(
                new StubTransport(200, headers, body),
                request -> request.domainId("d").caseId("c"));
    }
}
