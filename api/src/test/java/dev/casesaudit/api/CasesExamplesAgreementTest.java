package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * An AWS SDK client sends the requests and reads the responses that the contract of the operations on cases shows; but
 * for what the SDK for Java that these tests run against does not know yet.
 */
class CasesExamplesAgreementTest {

    private static final String SERVED = "Served";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ContractOperation> known = ContractOperation.all(ContractDocument.read("cases.yaml")).stream()
            .filter(operation -> !operation.id().equals(CasesAgreementTest.NEWER))
            .toList();

    @TestFactory
    Stream<DynamicTest> theClientSendsEveryExample() {
        return known.stream()
                .flatMap(operation -> operation.requestExamples().entrySet().stream()
                        .map(example -> dynamicTest(operation.id() + " " + example.getKey(), () -> {
                            StubTransport sent = send(operation, example.getKey(), (ObjectNode) example.getValue());

                            assertThat(sent.request().method()).hasToString(operation.method());
                            assertThat(sent.request().encodedPath())
                                    .isEqualTo(operation.path(parameters(operation, example.getKey(), "path")));
                            assertThat(JSON.readTree(sent.requestBody()))
                                    .isEqualTo(asKnown(operation, "Request", example.getValue()));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> theClientSendsEveryExampleOfTheQuery() {
        return known.stream()
                .flatMap(operation -> operation.parameterExamples("maxResults").keySet().stream()
                        .map(example -> dynamicTest(operation.id() + " " + example, () -> {
                            ObjectNode query = parameters(operation, example, "query");

                            Map<String, List<String>> sent =
                                    send(operation, example, query).request().rawQueryParameters();

                            assertThat(sent).hasSameSizeAs(query.properties());
                            query.properties()
                                    .forEach(one -> assertThat(sent)
                                            .containsEntry(
                                                    one.getKey(),
                                                    List.of(one.getValue().asText())));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> theClientReadsEveryExampleWithoutLoss() {
        return known.stream()
                .flatMap(operation -> operation.responseExamples("200").entrySet().stream()
                        .map(example -> dynamicTest(
                                operation.id() + " " + example.getKey(),
                                () -> assertThat(SdkJson.read(call(
                                                new StubTransport(
                                                        200,
                                                        Map.of(),
                                                        example.getValue().toString()),
                                                operation,
                                                parameters(operation, SERVED, "path"))))
                                        .isEqualTo(asKnown(operation, "Response", example.getValue())))));
    }

    private static StubTransport send(ContractOperation operation, String example, ObjectNode input) {
        StubTransport transport = new StubTransport(200, Map.of(), "{}");
        call(transport, operation, parameters(operation, example, "path").setAll(input));
        return transport;
    }

    private static SdkPojo call(StubTransport transport, ContractOperation operation, ObjectNode input) {
        String type = "software.amazon.awssdk.services.connectcases.model." + operation.id() + "Request";
        String method = operation.id().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.id().substring(1);
        return AwsClient.with(transport, client -> {
            try {
                SdkPojo builder =
                        (SdkPojo) Class.forName(type).getMethod("builder").invoke(null);
                SdkJson.fill(builder, input);
                return (SdkPojo) ConnectCasesClient.class
                        .getMethod(method, Class.forName(type))
                        .invoke(client, ((Buildable) builder).build());
            } catch (ClassNotFoundException
                    | NoSuchMethodException
                    | IllegalAccessException
                    | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    // The value of the name, or one that any request may have; a query has none.
    private static ObjectNode parameters(ContractOperation operation, String example, String place) {
        ObjectNode values = JSON.createObjectNode();
        operation.parameters().stream()
                .filter(parameter -> parameter.required("in").textValue().equals(place))
                .map(parameter -> parameter.required("name").textValue())
                .forEach(name -> {
                    Map<String, JsonNode> shown = operation.parameterExamples(name);
                    JsonNode value = shown.getOrDefault(example, shown.get(SERVED));
                    if (value != null) {
                        values.set(name, value);
                    }
                });
        return values;
    }

    private static JsonNode asKnown(ContractOperation operation, String suffix, JsonNode example) {
        ObjectNode known = example.deepCopy();
        Set<String> newer = CasesAgreementTest.newerMembers(operation.id() + suffix);
        known.remove(newer);
        known.path("fields").forEach(field -> {
            if (field instanceof ObjectNode summary && operation.id().equals("ListFields")) {
                summary.remove(CasesAgreementTest.newerMembers("FieldSummary"));
            }
        });
        return known;
    }
}
