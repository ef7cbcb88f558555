package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;

/**
 * The contract of the operations on cases has the routes, names, places, types and errors that AWS's own model has.
 *
 * <p>The SDK for Java that these tests run against lacks what a newer model has: UpdateRelatedItem, the tags
 * of a new case and the attributes of fields.
 */
class CasesAgreementTest {

    static final String NEWER = "UpdateRelatedItem";

    private static final Map<String, Set<String>> NEWER_MEMBERS =
            Map.of("CreateCaseRequest", Set.of("tags"), "FieldSummary", Set.of("attributes"));

    private final ContractDocument contract = ContractDocument.read("cases.yaml");
    private final ContractShapes shapes = new ContractShapes(contract);

    private final List<ContractOperation> operations = ContractOperation.all(contract);

    private Stream<ContractOperation> known() {
        return operations.stream().filter(operation -> !operation.id().equals(NEWER));
    }

    @Test
    void theOperationsAreTheEightThatEditAndReadCases() {
        assertThat(operations)
                .extracting(operation -> operation.id() + " " + operation.method() + " " + operation.path())
                .containsExactlyInAnyOrder(
                        "CreateCase POST /domains/{domainId}/cases",
                        "GetCase POST /domains/{domainId}/cases/{caseId}",
                        "UpdateCase PUT /domains/{domainId}/cases/{caseId}",
                        "DeleteCase DELETE /domains/{domainId}/cases/{caseId}",
                        "CreateRelatedItem POST /domains/{domainId}/cases/{caseId}/related-items/",
                        "UpdateRelatedItem PUT /domains/{domainId}/cases/{caseId}/related-items/{relatedItemId}",
                        "DeleteRelatedItem DELETE /domains/{domainId}/cases/{caseId}/related-items/{relatedItemId}",
                        "ListFields POST /domains/{domainId}/fields-list");
    }

    @TestFactory
    Stream<DynamicTest> everyInputHasTheSameMembers() {
        return known().map(operation -> dynamicTest(
                operation.id(),
                () -> assertThat(inputMembers(operation))
                        .filteredOn(member -> !isNewer(operation.id() + "Request", member.name()))
                        .containsExactlyInAnyOrderElementsOf(AwsShapes.members(pojo(operation.id() + "Request")))));
    }

    private static boolean isNewer(String shape, String member) {
        return newerMembers(shape).contains(member);
    }

    /** Returns the members of a shape that the SDK does not know. */
    static Set<String> newerMembers(String shape) {
        return NEWER_MEMBERS.getOrDefault(shape, Set.of());
    }

    private List<Member> inputMembers(ContractOperation operation) {
        List<Member> members = new ArrayList<>();
        operation
                .parameters()
                .forEach(parameter -> members.add(new Member(
                        parameter.required("name").textValue(),
                        parameter.required("in").textValue(),
                        shapes.typeOf(parameter.required("schema")))));
        JsonNode body = operation.requestSchema();
        if (!body.isMissingNode()) {
            members.addAll(shapes.bodyMembers(contract.resolve(body)));
        }
        return members;
    }

    @TestFactory
    Stream<DynamicTest> everyShapeOfBodiesHasTheSameMembers() {
        return sdkShapes().entrySet().stream()
                .map(shape -> dynamicTest(
                        shape.getKey(),
                        () -> assertThat(shapes.bodyMembers(schema(shape.getKey())))
                                .filteredOn(member -> !isNewer(shape.getKey(), member.name()))
                                .containsExactlyInAnyOrderElementsOf(AwsShapes.members(shape.getValue()).stream()
                                        .filter(member -> member.place().equals("body"))
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> theSameShapesAreUnions() {
        return sdkShapes().entrySet().stream()
                .map(shape -> dynamicTest(
                        shape.getKey(),
                        () -> assertThat(schema(shape.getKey())
                                        .path("x-tagged-union")
                                        .booleanValue())
                                .isEqualTo(!AwsShapes.armConstants(shape.getValue())
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> everyEnumerationHasTheSameValues() {
        Map<String, Class<?>> enumerations = new TreeMap<>();
        sdkShapes().values().stream()
                .flatMap(AwsShapes::enumerations)
                .forEach(type -> enumerations.put(type.getSimpleName(), type));
        return enumerations.entrySet().stream()
                .map(known -> dynamicTest(known.getKey(), () -> {
                    Set<String> values = new TreeSet<>();
                    for (Object constant : known.getValue().getEnumConstants()) {
                        if (!constant.toString().equals("null")) {
                            values.add(constant.toString());
                        }
                    }
                    assertThat(ContractDocument.texts(schema(known.getKey()).required("enum")))
                            .containsExactlyInAnyOrderElementsOf(values);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasTheSameErrorsBesidesThoseOfTheProtocol() {
        return known().map(operation -> dynamicTest(operation.id(), () -> {
            Set<String> expected = new HashSet<>(KnownAhead.of(KnownAhead.ERRORS));
            Arrays.stream(method(operation.id()).getExceptionTypes())
                    .filter(type -> type.getSuperclass() == ConnectCasesException.class)
                    .forEach(type -> expected.add(type.getSimpleName()));

            assertThat(errors(operation)).containsExactlyInAnyOrderElementsOf(expected);
        }));
    }

    private List<String> errors(ContractOperation operation) {
        return ContractError.all(contract, operation).stream()
                .map(ContractError::name)
                .toList();
    }

    // All that can be reached from inputs and outputs.
    private Map<String, SdkPojo> sdkShapes() {
        Map<String, SdkPojo> reached = new TreeMap<>();
        known().forEach(operation -> {
            AwsShapes.reachedFrom(pojo(operation.id() + "Request")).forEach(reached::putIfAbsent);
            AwsShapes.reachedFrom(pojo(operation.id() + "Response")).forEach(reached::putIfAbsent);
        });
        // Their members are in the path or the query.
        reached.keySet().removeAll(Set.of("DeleteCaseRequest", "DeleteRelatedItemRequest", "ListFieldsRequest"));
        return reached;
    }

    private JsonNode schema(String name) {
        JsonNode own = contract.root().at("/components/schemas/" + name);
        return own.isMissingNode() ? ContractDocument.read().schema(name) : own;
    }

    private static Method method(String operation) {
        String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
        return Arrays.stream(ConnectCasesClient.class.getMethods())
                .filter(method ->
                        method.getName().equals(name) && SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findFirst()
                .orElseThrow();
    }

    private static SdkPojo pojo(String shape) {
        try {
            Class<?> type = Class.forName("software.amazon.awssdk.services.connectcases.model." + shape);
            return (SdkPojo) type.getMethod("builder").invoke(null);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
