package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.casesaudit.api.model.AuditEvent;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the generator is configured for, and another version of it might lose. */
class GeneratedModelTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractShapes shapes = new ContractShapes(contract);
    private final List<Class<?>> models = GeneratedClasses.models();

    @TestFactory
    Stream<DynamicTest> aUnionIsImplementedByItsArmsAndNothingElse() {
        return contract.unionNames().stream()
                .map(union -> dynamicTest(union, () -> {
                    assertThat(GeneratedClasses.model(union)).isInterface();
                    assertThat(models)
                            .filteredOn(model -> List.of(model.getInterfaces()).contains(GeneratedClasses.model(union)))
                            .extracting(Class::getSimpleName)
                            .containsExactlyInAnyOrderElementsOf(
                                    shapes.arms(union).keySet());
                }));
    }

    @TestFactory
    Stream<DynamicTest> anArmHoldsItsOneMemberAndNothingElse() {
        return contract.unionNames().stream()
                .flatMap(union -> shapes.arms(union).entrySet().stream())
                .map(arm -> dynamicTest(
                        arm.getKey(),
                        () -> assertThat(fields(GeneratedClasses.model(arm.getKey())))
                                .containsExactly(arm.getValue())));
    }

    @Test
    void performedTimeIsAnInstant() throws NoSuchMethodException {
        assertThat(AuditEvent.class.getMethod("getPerformedTime").getReturnType())
                .isEqualTo(Instant.class);
    }

    @Test
    void maxResultsIs25UnlessItIsSet() {
        assertThat(new GetCaseAuditEventsRequest().getMaxResults()).isEqualTo(25);
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName);
    }
}
