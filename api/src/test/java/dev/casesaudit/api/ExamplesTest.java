package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"openapi.yaml", "cases.yaml"})
class ExamplesTest {

    private static final List<String> REFERABLE = List.of("examples", "headers", "parameters", "responses", "schemas");

    private final ContractDocument contract;
    private final ContractSchemas schemas;
    private final List<Example> examples;

    ExamplesTest(String file) {
        contract = ContractDocument.read(file);
        schemas = new ContractSchemas(contract);
        examples = Example.all(contract);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleFitsTheSchemaOfItsPlace() {
        return examples.stream()
                .map(example -> dynamicTest(
                        example.name(),
                        () -> assertThat(schemas.violationsAt(example.schemaPointer(), example.value()))
                                .as("violations of %s", example.schemaPointer())
                                .isEmpty()));
    }

    @Test
    void everyKindOfPlaceShowsExamples() {
        assertThat(examples)
                .extracting(Example::schemaPointer)
                .anySatisfy(pointer -> assertThat(pointer).contains("/requestBody/"))
                .anySatisfy(pointer -> assertThat(pointer).contains("/responses/200/"))
                .anySatisfy(pointer -> assertThat(pointer).startsWith("/components/responses/"))
                .anySatisfy(pointer -> assertThat(pointer).startsWith("/components/parameters/"))
                .anySatisfy(pointer -> assertThat(pointer).contains("/headers/"));
    }

    @Test
    void noTwoResponsesOfAPlaceAreTheSame() {
        assertThat(examples.stream()
                        .filter(example -> example.schemaPointer().matches(".*/responses/.*/content/.*"))
                        .map(example -> List.of(example.schemaPointer(), example.value()))
                        .toList())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void everyComponentIsReferredToAndEveryReferenceResolves() {
        Set<String> components = new TreeSet<>();
        REFERABLE.forEach(section -> ContractDocument.names(
                        contract.at("/components").path(section))
                .forEach(name -> components.add("#/components/%s/%s".formatted(section, name))));
        Set<String> references = new TreeSet<>(contract.root().findValuesAsText("$ref"));
        Set<String> toOthers = new TreeSet<>(references);
        toOthers.removeIf(reference -> reference.startsWith("#"));
        references.removeAll(toOthers);

        assertThat(references).isEqualTo(components);
        assertThat(toOthers)
                .allSatisfy(reference -> assertThat(contract.resolve(
                                JsonNodeFactory.instance.objectNode().put("$ref", reference)))
                        .isNotEmpty());
    }

    @Test
    void anExampleIsKnownByOneName() {
        assertThat(contract.root().findValues("examples"))
                .flatExtracting(JsonNode::properties)
                .filteredOn(entry -> entry.getValue().has("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.getKey()).isEqualTo(ContractDocument.referredName(entry.getValue())));
    }
}
