package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tagged union is exactly one arm, wherever it stands. */
class UnionConstraintsTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractSchemas schemas = new ContractSchemas(contract);
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AuditEventFieldValueUnion | {}
            AuditEventFieldValueUnion | {"stringValue": "a", "doubleValue": 1}
            AuditEventFieldValueUnion | {"emptyValue": {}, "userArnValue": "a"}
            AuditEventFieldValueUnion | {"stringValue": null}
            AuditEventFieldValueUnion | {"emptyValue": null}
            AuditEventFieldValueUnion | {"emptyValue": {"a": 1}}
            AuditEventFieldValueUnion | {"booleanValue": "true"}
            AuditEventFieldValueUnion | {"doubleValue": "nan"}
            UserUnion                 | {}
            UserUnion                 | {"userArn": "a", "customEntity": "b"}
            """)
    void refusesAUnionThatIsNotExactlyOneArm(String union, String instance) throws JsonProcessingException {
        assertThat(schemas.violations(union, json.readTree(instance))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AuditEventFieldValueUnion | {"emptyValue": {}}
            AuditEventFieldValueUnion | {"armOfTomorrow": "a"}
            UserUnion                 | {"armOfTomorrow": {"a": 1}}
            """)
    void acceptsOneArmAlsoIfNobodyKnowsIt(String union, String instance) throws JsonProcessingException {
        assertThat(schemas.violations(union, json.readTree(instance))).isEmpty();
    }

    @Test
    void saysToValidatorsWhatTheMarkSaysToUs() {
        assertThat(contract.unionNames())
                .isNotEmpty()
                .containsExactlyElementsOf(contract.schemaNames().stream()
                        .filter(name -> contract.schema(name).has("minProperties")
                                || contract.schema(name).has("maxProperties"))
                        .toList())
                .allSatisfy(name -> {
                    assertThat(contract.schema(name).path("minProperties").intValue())
                            .isEqualTo(1);
                    assertThat(contract.schema(name).path("maxProperties").intValue())
                            .isEqualTo(1);
                    assertThat(contract.schema(name).has("required")).isFalse();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"oldValue", "newValue"})
    void refusesAnEventWithAFieldOfTwoArmsOrNone(String member) {
        ObjectNode event = contract.at("/components/examples/CaseUpdated/value/auditEvents/0")
                .deepCopy();
        ObjectNode value = (ObjectNode) event.at("/fields/0/" + member);

        assertThat(schemas.violations("AuditEvent", event)).isEmpty();
        value.put("doubleValue", 1);
        assertThat(schemas.violations("AuditEvent", event)).isNotEmpty();
        value.removeAll();
        assertThat(schemas.violations("AuditEvent", event)).isNotEmpty();
    }
}
