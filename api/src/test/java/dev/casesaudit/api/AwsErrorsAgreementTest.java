package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;

/** An AWS SDK client understands every error of the contract, and knows no other error of the operation. */
class AwsErrorsAgreementTest {

    // Given a response without a status, the SDK falls back on the status its own model has for the error.
    private static final int NO_STATUS = 0;

    private final ContractDocument contract = ContractDocument.read();
    private final ContractShapes shapes = new ContractShapes(contract);

    @Test
    void theErrorsAreTheSameButForThoseKnownAhead() {
        Set<String> expected = new HashSet<>(AwsOperation.errors().keySet());
        expected.addAll(KnownAhead.of(KnownAhead.ERRORS));

        assertThat(ContractError.all(contract))
                .extracting(ContractError::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @TestFactory
    Stream<DynamicTest> everyModelledErrorHasTheStatusOfItsResponse() {
        return AwsOperation.errors().keySet().stream()
                .map(name -> dynamicTest(
                        name,
                        () -> assertThat(answer(named(name), NO_STATUS).statusCode())
                                .hasToString(named(name).statusKey())));
    }

    @TestFactory
    Stream<DynamicTest> everyModelledErrorHasTheSameMembers() {
        return AwsOperation.errors().entrySet().stream()
                .map(modelled -> dynamicTest(
                        modelled.getKey(),
                        () -> assertThat(shapes.errorMembers(named(modelled.getKey())))
                                .containsExactlyInAnyOrderElementsOf(AwsShapes.members(modelled.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> theClientReadsEveryErrorWithoutLoss() {
        return ContractError.all(contract).stream()
                .map(error -> dynamicTest(error.name(), () -> {
                    ConnectCasesException read = answer(error, status(error));

                    assertThat(read.getClass().getSimpleName())
                            .isEqualTo(isModelled(error) ? error.name() : "ConnectCasesException");
                    assertThat(read.statusCode()).isEqualTo(status(error));
                    assertThat(read.requestId()).isEqualTo(headers(error).get("x-amzn-requestid"));
                    assertThat(read.awsErrorDetails().errorCode()).isEqualTo(error.name());
                    assertThat(read.awsErrorDetails().errorMessage())
                            .isEqualTo(body(error).required("message").textValue());
                    if (isModelled(error)) {
                        assertThat(SdkJson.read(read)).isEqualTo(carried(error));
                    }
                }));
    }

    private ContractError named(String name) {
        return ContractError.all(contract).stream()
                .filter(error -> error.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract has no " + name));
    }

    private static boolean isModelled(ContractError error) {
        return AwsOperation.errors().containsKey(error.name());
    }

    private ConnectCasesException answer(ContractError error, int status) {
        StubTransport transport =
                new StubTransport(status, headers(error), body(error).toString());
        return catchThrowableOfType(
                ConnectCasesException.class,
                () -> AwsClient.over(transport)
                        .getCaseAuditEvents(
                                request -> request.domainId("domain").caseId("case")));
    }

    // Of the statuses that are not listed, any will do.
    private static int status(ContractError error) {
        return error.statusKey().equals("default") ? 404 : Integer.parseInt(error.statusKey());
    }

    private Map<String, String> headers(ContractError error) {
        Map<String, String> headers = new LinkedHashMap<>();
        error.headers()
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(),
                        contract.resolve(header.getValue()).path("example").asText(error.name())));
        return headers;
    }

    private JsonNode body(ContractError error) {
        return contract.resolve(error.examples().required(error.name())).required("value");
    }

    private ObjectNode carried(ContractError error) {
        ObjectNode carried = JsonNodeFactory.instance.objectNode();
        shapes.errorMembers(error)
                .forEach(member -> carried.set(
                        member.name(),
                        switch (member.place()) {
                            case "header" ->
                                contract.resolve(error.headers().required(member.name()))
                                        .required("example");
                            default -> body(error).required(member.name());
                        }));
        return carried;
    }
}
