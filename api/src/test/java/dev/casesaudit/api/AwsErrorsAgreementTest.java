package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
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
    private final List<ContractError> errors = ContractError.all(contract);

    @Test
    void theErrorsAreTheSameButForThoseKnownAhead() {
        Set<String> expected = new HashSet<>(AwsOperation.errors().keySet());
        expected.addAll(KnownAhead.of(KnownAhead.ERRORS));

        assertThat(errors).extracting(ContractError::name).containsExactlyInAnyOrderElementsOf(expected);
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
    Stream<DynamicTest> theClientReadsTheMembersOfEveryModelledError() {
        return AwsOperation.errors().keySet().stream()
                .map(name -> dynamicTest(name, () -> {
                    ContractError error = named(name);
                    ObjectNode read = SdkJson.read(answer(error, error.status()));

                    assertThat(ContractDocument.names(read)).hasSameSizeAs(shapes.errorMembers(error));
                    assertThat(error.exampleMembers().properties()).containsAll(read.properties());
                }));
    }

    @TestFactory
    Stream<DynamicTest> theClientKnowsEveryErrorByNameStatusMessageAndRequestId() {
        return errors.stream()
                .map(error -> dynamicTest(error.name(), () -> {
                    ConnectCasesException read = answer(error, error.status());
                    boolean modelled = AwsOperation.errors().containsKey(error.name());

                    assertThat(read.getClass().getSimpleName())
                            .isEqualTo(modelled ? error.name() : "ConnectCasesException");
                    assertThat(read.awsErrorDetails().errorCode()).isEqualTo(error.name());
                    assertThat(read.statusCode()).isEqualTo(error.status());
                    assertThat(read.awsErrorDetails().errorMessage())
                            .isEqualTo(error.exampleBody().required("message").textValue());
                    assertThat(error.exampleHeaders()).containsEntry("x-amzn-requestid", read.requestId());
                }));
    }

    private ContractError named(String name) {
        return errors.stream()
                .filter(error -> error.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract has no " + name));
    }

    private static ConnectCasesException answer(ContractError error, int status) {
        StubTransport transport = new StubTransport(
                status, error.exampleHeaders(), error.exampleBody().toString());
        return catchThrowableOfType(
                ConnectCasesException.class,
                () -> AwsClient.call(transport, request -> request.domainId("d").caseId("c")));
    }
}
