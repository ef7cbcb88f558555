package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.api.ContractSchemas.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas refuse what the operation refuses: without this, an example that fits them would prove little. */
class ConstraintsTest {

    private final ContractDocument contract = ContractDocument.read();
    private final ContractSchemas schemas = new ContractSchemas(contract);
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AuditEvent                | /type            | enum    | {"type": "Case.Deleted"}
            AuditEvent                | /type            | enum    | {"type": "case.created"}
            AuditEvent                | /relatedItemType | enum    | {"relatedItemType": "Email"}
            AuditEvent                | /performedTime   | type    | {"performedTime": 1772442927}
            AuditEvent                | /performedTime   | format  | {"performedTime": "1772442927"}
            AuditEvent                | /performedTime   | format  | {"performedTime": "2026-02-30T09:15:27Z"}
            AuditEvent                | /fields          | type    | {"fields": {}}
            UserUnion                 | /customEntity    | pattern | {"customEntity": "crm sync "}
            UserUnion                 | /customEntity    | pattern | {"customEntity": "crm\\n"}
            UserUnion                 | /customEntity    | pattern | {"customEntity": "kıbrıs"}
            GetCaseAuditEventsRequest | /maxResults      | minimum | {"maxResults": 0}
            GetCaseAuditEventsRequest | /maxResults      | maximum | {"maxResults": 26}
            GetCaseAuditEventsRequest | /maxResults      | type    | {"maxResults": "25"}
            GetCaseAuditEventsRequest | /maxResults      | type    | {"maxResults": 1.5}
            GetCaseAuditEventsRequest | /nextToken       | type    | {"nextToken": 1}
            """)
    void refusesAMemberOutOfPlace(String schema, String pointer, String keyword, String instance)
            throws JsonProcessingException {
        assertThat(schemas.violations(schema, json.readTree(instance)))
                .extracting(Violation::pointer, Violation::keyword)
                .contains(tuple(pointer, keyword));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            AuditEventFieldValueUnion | {"stringValue": ""}
            AuditEventFieldValueUnion | {"doubleValue": "-Infinity"}
            AuditEventFieldValueUnion | {"doubleValue": 1}
            UserUnion                 | {"customEntity": "crm sync/eu-west@1.2:3_4"}
            GetCaseAuditEventsRequest | {"maxResults": 1, "nextToken": "", "new": 1}
            GetCaseAuditEventsRequest | {"maxResults": null, "nextToken": null}
            GetCaseAuditEventsResponse | {"auditEvents": [], "nextToken": null}
            """)
    void acceptsWhatIsUnusualAndAllowed(String schema, String instance) throws JsonProcessingException {
        assertThat(schemas.violations(schema, json.readTree(instance))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GetCaseAuditEventsResponse | auditEvents
            AuditEvent                 | eventId, type, performedTime, fields
            AuditEventField            | eventFieldId, newValue
            AuditEventPerformedBy      | iamPrincipalArn
            ErrorMessage               | message
            ResourceNotFound           | message, resourceId, resourceType
            """)
    void refusesAShapeWithoutItsRequiredMembers(String schema, String required) {
        assertThat(schemas.violations(schema, json.createObjectNode()))
                .extracting(Violation::keyword, Violation::property)
                .containsExactlyInAnyOrderElementsOf(List.of(required.split(", ")).stream()
                        .map(member -> tuple("required", member))
                        .toList());
    }

    @Test
    void refusesAPageOfMoreThan25Events() {
        ObjectNode event = (ObjectNode) contract.at("/components/examples/CaseCreated/value/auditEvents/0");
        ArrayNode events = json.createArrayNode();
        for (int i = 0; i < 25; i++) {
            events.add(event);
        }
        ObjectNode page = json.createObjectNode().set("auditEvents", events);

        assertThat(schemas.violations("GetCaseAuditEventsResponse", page)).isEmpty();
        events.add(event);
        assertThat(schemas.violations("GetCaseAuditEventsResponse", page))
                .extracting(Violation::keyword)
                .containsExactly("maxItems");
    }
}
