package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.api.model.AuditEvent;
import dev.casesaudit.api.model.AuditEventFieldValueUnion;
import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.api.model.UserUnion;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the generator is configured for, and another version of it might lose. */
class GeneratedModelTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractShapes shapes = new ContractShapes(contract);

    @TestFactory
    Stream<DynamicTest> aUnionIsAnInterfaceOfItsArmsAndNothingElse() {
        return contract.unionNames().stream()
                .map(union -> dynamicTest(union, () -> {
                    Class<?> made = GeneratedClasses.model(union);

                    assertThat(made).isInterface();
                    assertThat(made.getPermittedSubclasses())
                            .containsExactlyInAnyOrder(made.getDeclaredClasses())
                            .allMatch(Class::isRecord)
                            .extracting(Class::getSimpleName)
                            .containsExactlyInAnyOrderElementsOf(
                                    shapes.arms(union).keySet());
                }));
    }

    @TestFactory
    Stream<DynamicTest> anArmHoldsItsOneMemberAndNothingElse() {
        return arms().map(arm -> dynamicTest(
                arm.getSimpleName(),
                () -> assertThat(arm.getRecordComponents())
                        .singleElement()
                        .extracting(RecordComponent::getName)
                        .isEqualTo(shapes.arms(arm.getInterfaces()[0].getSimpleName())
                                .get(arm.getSimpleName()))));
    }

    @TestFactory
    Stream<DynamicTest> anArmIsNotNull() {
        return arms().map(arm -> dynamicTest(
                arm.getSimpleName(),
                () -> assertThatThrownBy(() -> arm.getDeclaredConstructors()[0].newInstance(new Object[] {null}))
                        .hasRootCauseInstanceOf(NullPointerException.class)));
    }

    @Test
    void anArmIsWrittenAsTheUnionOnTheWire() throws JsonProcessingException {
        assertThat(new ObjectMapper()
                        .writeValueAsString(List.of(
                                new AuditEventFieldValueUnion.StringValue(""),
                                new AuditEventFieldValueUnion.EmptyValue(Map.of()),
                                new UserUnion.CustomEntity("crm"))))
                .isEqualTo("[{\"stringValue\":\"\"},{\"emptyValue\":{}},{\"customEntity\":\"crm\"}]");
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

    private Stream<Class<?>> arms() {
        return contract.unionNames().stream()
                .flatMap(union -> Arrays.stream(GeneratedClasses.model(union).getPermittedSubclasses()));
    }
}
