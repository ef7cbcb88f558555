package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of the operations on cases show each operation, each arm and each error. */
class CasesExampleCoverageTest {

    private static final String SUCCESS = "200";
    private static final String SERVED = "Served";

    private final ContractDocument contract = ContractDocument.read("cases.yaml");
    private final ContractShapes shapes = new ContractShapes(contract);
    private final List<ContractOperation> operations = ContractOperation.all(contract);

    @TestFactory
    Stream<DynamicTest> everyOperationShowsARequestAndItsResponse() {
        return ofEach(operation -> {
            assertThat(operation.requestExamples().isEmpty())
                    .isEqualTo(operation.requestSchema().isMissingNode());
            assertThat(operation.responseExamples(SUCCESS)).isNotEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyErrorOfEveryOperationHasAnExampleOfItsName() {
        return operations.stream()
                .flatMap(operation -> ContractError.all(contract, operation).stream()
                        .map(error -> dynamicTest(
                                operation.id() + " " + error.name(),
                                () -> assertThat(ContractDocument.names(error.examples()))
                                        .contains(error.name()))));
    }

    @TestFactory
    Stream<DynamicTest> everyArmHasAnExampleOfItsNameThatShowsIt() {
        Map<String, Set<String>> shown = Example.all(contract).stream()
                .collect(Collectors.groupingBy(
                        Example::name, Collectors.flatMapping(example -> shown(example).stream(), Collectors.toSet())));
        return contract.unionNames().stream()
                .flatMap(union -> shapes.arms(union).entrySet().stream()
                        .map(arm -> dynamicTest(
                                union + " " + arm.getKey(),
                                () -> assertThat(shown.getOrDefault(exampleName(arm.getKey()), Set.of()))
                                        .contains(union + "." + arm.getValue()))));
    }

    // A union with one arm is shown with what has the union.
    private static String exampleName(String arm) {
        return switch (arm) {
            case "SlaInputConfiguration" -> "Sla";
            case "Text" -> "FirstPage";
            default -> arm;
        };
    }

    @Test
    void theExamplesShowEveryMemberAndEveryListedValue() {
        ShownShapes all = new ShownShapes(contract);
        Example.all(contract).forEach(example -> all.add(contract.at(example.schemaPointer()), example.value()));

        assertThat(all.shown()).containsAll(all.all());
    }

    // Where all requests get the same response, it has a name of its own.
    @TestFactory
    Stream<DynamicTest> everyRequestShownHasTheResponseOfItsName() {
        return ofEach(operation -> {
            Set<String> success = operation.responseExamples(SUCCESS).keySet();
            Set<String> responses = Stream.concat(
                            success.stream(),
                            ContractError.all(contract, operation).stream()
                                    .flatMap(error -> ContractDocument.names(error.examples()).stream()))
                    .collect(Collectors.toSet());

            assertThat(operation.requestExamples().keySet())
                    .allSatisfy(request -> assertThat(success.equals(Set.of("NoMembers")) ? Set.of(request) : responses)
                            .contains(request));
            assertThat(operation.parameterExamples("nextToken").keySet()).isSubsetOf(responses);
            assertThat(operation.parameterExamples("maxResults").keySet()).isSubsetOf(responses);
        });
    }

    @TestFactory
    Stream<DynamicTest> noTwoRequestsShownAreTheSame() {
        return ofEach(operation -> {
            Map<String, JsonNode> domains = operation.parameterExamples("domainId");
            Map<String, JsonNode> cases = operation.parameterExamples("caseId");

            assertThat(operation.requestExamples().entrySet().stream()
                            .map(request -> List.of(
                                    domains.getOrDefault(request.getKey(), domains.get(SERVED)),
                                    cases.getOrDefault(request.getKey(), domains.get(SERVED)),
                                    request.getValue())))
                    .doesNotHaveDuplicates();
        });
    }

    @TestFactory
    Stream<DynamicTest> aTokenIsAskedForByTheNextRequest() {
        return ofEach(operation -> assertThat(operation.responseExamples(SUCCESS).values().stream()
                        .flatMap(page -> page.findValuesAsText("nextToken").stream()))
                .isSubsetOf(Stream.concat(
                                operation.requestExamples().values().stream()
                                        .flatMap(request -> request.findValuesAsText("nextToken").stream()),
                                operation.parameterExamples("nextToken").values().stream()
                                        .map(JsonNode::textValue))
                        .toList()));
    }

    private Stream<DynamicTest> ofEach(Consumer<ContractOperation> test) {
        return operations.stream().map(operation -> dynamicTest(operation.id(), () -> test.accept(operation)));
    }

    private Set<String> shown(Example example) {
        ShownShapes shown = new ShownShapes(contract);
        shown.add(contract.at(example.schemaPointer()), example.value());
        return shown.shown();
    }
}
