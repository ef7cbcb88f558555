package dev.casesaudit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.api.ContractSchemas.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every length of the contract, written down a second time because the AWS SDK carries none to compare with. */
class LengthsTest {

    private static final String LENGTHS = """
            # schema                                                          , min, max
            /components/parameters/DomainId/schema                            ,   1,  500
            /components/parameters/CaseId/schema                              ,   1,  500
            /components/schemas/GetCaseAuditEventsRequest/properties/nextToken ,  0, 9000
            /components/schemas/GetCaseAuditEventsResponse/properties/nextToken,  0, 9000
            /components/schemas/AuditEvent/properties/eventId                 ,   1,  500
            /components/schemas/AuditEventField/properties/eventFieldId       ,   1,  500
            /components/schemas/AuditEventFieldValueUnion/properties/stringValue,   0, 4100
            /components/schemas/AuditEventPerformedBy/properties/iamPrincipalArn, 1,  500
            /components/schemas/UserUnion/properties/userArn                  ,   1,  500
            /components/schemas/UserUnion/properties/customEntity             ,   1,  500
            """;

    private final ContractDocument contract = ContractDocument.read();
    private final ContractSchemas schemas = new ContractSchemas(contract);

    @ParameterizedTest
    @CsvSource(textBlock = LENGTHS)
    void aLengthIsCountedInCodePoints(String pointer, int min, int max) {
        // The one pattern of the contract leaves no room for a character of four bytes.
        String character = contract.at(pointer).has("pattern") ? "a" : "😀";

        assertThat(schemas.violationsAt(pointer, text(character, min))).isEmpty();
        assertThat(schemas.violationsAt(pointer, text(character, max))).isEmpty();
        assertThat(schemas.violationsAt(pointer, text(character, max + 1)))
                .extracting(Violation::keyword)
                .containsExactly("maxLength");
        if (min > 0) {
            assertThat(schemas.violationsAt(pointer, text(character, min - 1)))
                    .extracting(Violation::keyword)
                    .contains("minLength");
        }
    }

    @Test
    void noLengthIsLeftOut() {
        long listed = LENGTHS.lines().filter(line -> line.startsWith("/")).count();

        assertThat(contract.root().findValues("maxLength")).hasSize(Math.toIntExact(listed));
    }

    private static JsonNode text(String character, int length) {
        return TextNode.valueOf(character.repeat(length));
    }
}
