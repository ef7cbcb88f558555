package dev.casesaudit.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final Contract CONTRACT = Contract.read();

    @Test
    void knowsTheMembersOfThePathAsMembersOfTheInput() {
        Constraint length = CONTRACT.ofInput("caseId", Keyword.LENGTH);

        assertThat(length.minimum()).isEqualTo(1);
        assertThat(length.maximum()).isEqualTo(500);
        assertThat(length.allowed()).isEqualTo("1 to 500 code points");
    }

    @Test
    void hasNoBoundaryBelowNothingNorAboveNoLimit() {
        assertThat(CONTRACT.ofInput("nextToken", Keyword.LENGTH).cells())
                .extracting(Cell::boundary)
                .containsExactly(Boundary.MINIMUM, Boundary.MAXIMUM, Boundary.ABOVE);
        assertThat(CONTRACT.constraint("header.x-amzn-requestid", Keyword.LENGTH)
                        .cells())
                .extracting(Cell::boundary)
                .containsExactly(Boundary.BELOW, Boundary.MINIMUM);
        assertThatThrownBy(() -> CONTRACT.ofInput("nextToken", Keyword.LENGTH).at(Boundary.BELOW))
                .hasMessage("the contract has no boundary 'GetCaseAuditEventsRequest.nextToken length, below'");
    }

    @Test
    void knowsTheUnionsAndTheirArms() {
        assertThat(CONTRACT.unions())
                .containsExactlyInAnyOrder(
                        new Union(
                                "AuditEventFieldValueUnion",
                                List.of("stringValue", "doubleValue", "booleanValue", "emptyValue", "userArnValue")),
                        new Union("UserUnion", List.of("userArn", "customEntity")));
    }

    @Test
    void knowsTheStatusOfEachError() {
        assertThat(CONTRACT.error("ThrottlingException")).contains(new ContractError("ThrottlingException", 429));
        assertThat(CONTRACT.error("UnknownOperationException"))
                .contains(new ContractError("UnknownOperationException", 404));
        assertThat(CONTRACT.error("TeapotException")).isEmpty();
    }

    @Test
    void knowsTheSensitiveMembers() {
        assertThat(CONTRACT.sensitiveMembers()).containsExactly("customEntity");
    }

    @Test
    void saysWhichConstraintItDoesNotHave() {
        assertThatThrownBy(() -> CONTRACT.constraint("AuditEvent.eventId", Keyword.PATTERN))
                .hasMessage("the contract has no constraint 'pattern' on AuditEvent.eventId");
    }

    @Test
    void hasAHashThatIdentifiesIt() {
        Contract edited = EditedContract.packaged()
                .after("        maxResults:", "maximum: 25", "maximum: 30")
                .parse();

        assertThat(edited.hash()).hasSize(12).isNotEqualTo(CONTRACT.hash());
        assertThat(Contract.read().hash()).isEqualTo(CONTRACT.hash());
        assertThat(edited.ofInput("maxResults", Keyword.RANGE).maximum()).isEqualTo(30);
    }
}
