package dev.casesaudit.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.json.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    // Errors of the control API, of a connection or of the gateway, not of the operation.
    private static final Set<ErrorType> NOT_THE_SERVICES = EnumSet.of(
            ErrorType.UNAUTHORIZED, ErrorType.REQUEST_TIMEOUT, ErrorType.SERVICE_UNAVAILABLE, ErrorType.BAD_REQUEST);

    private final Contract contract = Contract.read();

    @ParameterizedTest
    @ValueSource(strings = {Contract.OPERATION, Contract.CONTROL})
    void readsTheSameAsTheDocumentThatPeopleRead(String resource) throws IOException {
        Contract read = Contract.read(resource);
        Contract written = Contract.of(document(resource));
        List<String> schemas = new ArrayList<>();
        document(resource).at("/components/schemas").fieldNames().forEachRemaining(schemas::add);

        assertThat(schemas).isNotEmpty();
        for (String schema : schemas) {
            // Patterns have no equals.
            assertThat(read.schema(schema))
                    .asString()
                    .isEqualTo(written.schema(schema).toString());
        }
    }

    @Test
    void readsTheLimitsOfTheRequest() {
        assertThat(contract.parameter("DomainId")).isEqualTo(text(1, 500));
        assertThat(contract.parameter("CaseId")).isEqualTo(text(1, 500));
        assertThat(contract.member("GetCaseAuditEventsRequest", "maxResults")).isEqualTo(new Shape.WholeNumber(1, 25));
        assertThat(contract.member("GetCaseAuditEventsRequest", "nextToken")).isEqualTo(text(0, 9000));
    }

    @Test
    void readsATaggedUnionAsItsArms() {
        Shape.Union union = (Shape.Union) contract.schema("AuditEventFieldValueUnion");

        assertThat(union.arms())
                .containsExactly(
                        Map.entry("stringValue", text(0, 4100)),
                        Map.entry("doubleValue", new Shape.DoubleNumber()),
                        Map.entry("booleanValue", new Shape.Flag()),
                        Map.entry("emptyValue", new Shape.Structure(Map.of())),
                        Map.entry("userArnValue", text(0, Integer.MAX_VALUE)));
    }

    @Test
    void marksWhatMustNotBeLogged() {
        Shape.Union user = (Shape.Union) contract.schema("UserUnion");

        assertThat(((Shape.Text) Objects.requireNonNull(user.arms().get("customEntity"))).sensitive())
                .isTrue();
        assertThat(((Shape.Text) Objects.requireNonNull(user.arms().get("userArn"))).sensitive())
                .isFalse();
    }

    @Test
    void knowsEachErrorTheServerAnswersWithAndItsStatus() throws IOException {
        List<String> declared = new ArrayList<>();
        JsonNode document = document();
        document.at("/paths/~1domains~1{domainId}~1cases~1{caseId}~1audit-history/post/responses")
                .forEachEntry((status, reference) -> {
                    JsonNode response =
                            document.at(reference.path("$ref").asText().replaceFirst("#", ""));
                    JsonNode header = response.at("/headers/x-amzn-errortype");
                    header.at("/schema/enum")
                            .forEach(name -> declared.add(
                                    header.path("x-status").path(name.asText()).asText(status) + " " + name.asText()));
                });

        assertThat(declared)
                .containsAll(Arrays.stream(ErrorType.values())
                        .filter(type -> !NOT_THE_SERVICES.contains(type))
                        .map(type -> type.status() + " " + type.wireName())
                        .toList());
    }

    private static JsonNode document() throws IOException {
        return document(Contract.OPERATION);
    }

    private static JsonNode document(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ContractTest.class.getResourceAsStream("/" + resource))) {
            return Yaml.read(in);
        }
    }

    private static Shape.Text text(int min, int max) {
        return new Shape.Text(min, max, Optional.empty(), List.of(), false);
    }
}
