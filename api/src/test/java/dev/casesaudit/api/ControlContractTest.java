package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.casesaudit.control.BehaviourApi;
import dev.casesaudit.control.ExamsApi;
import dev.casesaudit.control.JournalApi;
import dev.casesaudit.control.JournalStreamApi;
import dev.casesaudit.control.RateLimitsApi;
import dev.casesaudit.control.SeedingApi;
import dev.casesaudit.control.StateApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of the control API: whole, and what the interfaces were made from. */
class ControlContractTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete");

    private final JsonNode root = read();
    private final List<JsonNode> operations = operations();

    @Test
    void everyOperationHasItsMethodInAnInterface() {
        List<String> generated = Stream.of(
                        BehaviourApi.class,
                        ExamsApi.class,
                        JournalApi.class,
                        JournalStreamApi.class,
                        RateLimitsApi.class,
                        SeedingApi.class,
                        StateApi.class)
                .flatMap(made -> Arrays.stream(made.getMethods()))
                .map(Method::getName)
                .toList();

        assertThat(operations)
                .extracting(operation -> operation.path("operationId").asText())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(generated);
    }

    @Test
    void everyPathIsUnderTheOneRoot() {
        assertThat(root.path("paths").fieldNames())
                .toIterable()
                .allSatisfy(path -> assertThat(path).startsWith("/_mock/"));
    }

    @Test
    void everyOperationButTheDocumentSaysWhatItAnswersToWhoeverMayNot() {
        assertThat(operations)
                .allMatch(operation -> operation.path("responses").has("401") != operation.has("security"))
                .filteredOn(operation -> operation.has("security"))
                .hasSize(1);
    }

    @Test
    void everyOperationWithABodySaysHowItRefusesOne() {
        assertThat(operations)
                .filteredOn(operation -> operation.has("requestBody"))
                .hasSizeGreaterThan(8)
                .allSatisfy(operation -> {
                    assertThat(operation.path("responses").fieldNames())
                            .toIterable()
                            .contains("400", "413", "415");
                    assertThat(operation.path("requestBody").path("required").asBoolean())
                            .isTrue();
                });
    }

    @Test
    void everyComponentIsReferredToAndEveryReferenceResolves() {
        Set<String> components = new TreeSet<>();
        for (String section : List.of("parameters", "responses", "schemas")) {
            root.path("components")
                    .path(section)
                    .fieldNames()
                    .forEachRemaining(name -> components.add("#/components/%s/%s".formatted(section, name)));
        }

        assertThat(new TreeSet<>(root.findValuesAsText("$ref"))).isEqualTo(components);
    }

    private List<JsonNode> operations() {
        List<JsonNode> found = new ArrayList<>();
        root.path("paths")
                .forEach(path -> METHODS.forEach(method -> {
                    if (path.has(method)) {
                        found.add(path.path(method));
                    }
                }));
        return found;
    }

    private static JsonNode read() {
        try (InputStream in = ControlContractTest.class.getResourceAsStream("/META-INF/mock-control.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
