package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The contract has the names, places and types that AWS's own model has.
 *
 * <p>Which members are required, and their lengths and ranges, the SDK does not carry: its metadata calls none required.
 */
class AwsModelAgreementTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractShapes shapes = new ContractShapes(contract);

    @Test
    void theInputHasTheSameMembers() {
        assertThat(shapes.inputMembers()).containsExactlyInAnyOrderElementsOf(AwsShapes.members(AwsOperation.input()));
    }

    @TestFactory
    Stream<DynamicTest> everyShapeOfTheOutputHasTheSameMembers() {
        return AwsOperation.outputShapes().entrySet().stream()
                .map(shape -> dynamicTest(
                        shape.getKey(),
                        () -> assertThat(shapes.members(shape.getKey()))
                                .containsExactlyInAnyOrderElementsOf(AwsShapes.members(shape.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> everyUnionHasTheSameArms() {
        return unions().map(union -> dynamicTest(
                union.getKey(),
                () -> assertThat(shapes.arms(union.getKey()).values())
                        .extracting(AwsModelAgreementTest::constant)
                        .containsExactlyInAnyOrderElementsOf(AwsShapes.armConstants(union.getValue()))));
    }

    @Test
    void theSameShapesAreUnions() {
        assertThat(contract.unionNames())
                .containsExactlyInAnyOrderElementsOf(
                        unions().map(Map.Entry::getKey).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyEnumerationHasTheSameValuesButForThoseKnownAhead() {
        return AwsOperation.enumerations().entrySet().stream()
                .map(known -> dynamicTest(known.getKey(), () -> {
                    Set<String> expected = new HashSet<>(known.getValue());
                    expected.addAll(KnownAhead.of(known.getKey()));

                    assertThat(shapes.enumValues(known.getKey())).containsExactlyInAnyOrderElementsOf(expected);
                }));
    }

    @Test
    void theSameEnumerationsAreOpen() {
        assertThat(contract.schemaNames().stream()
                        .filter(name -> contract.schema(name).path("x-open").booleanValue()))
                .containsExactlyInAnyOrderElementsOf(AwsOperation.enumerations().keySet());
    }

    private static Stream<Map.Entry<String, SdkPojo>> unions() {
        return AwsOperation.outputShapes().entrySet().stream()
                .filter(shape -> !AwsShapes.armConstants(shape.getValue()).isEmpty());
    }

    private static String constant(String member) {
        return member.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
