package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.HistorySurvey;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.EditedContract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void everyBoundaryArmAndErrorOfTheContractIsTried() {
        assertThat(gaps(Contract.read())).isEmpty();
    }

    @Test
    void aConstraintThatIsAddedIsAGap() {
        Contract longer = EditedContract.packaged()
                .after(
                        "        userArnValue:",
                        "          type: string\n",
                        "          type: string\n          maxLength: 9\n")
                .parse();

        assertThat(added(longer))
                .containsExactly(
                        "AuditEventFieldValueUnion.userArnValue length, minimum",
                        "AuditEventFieldValueUnion.userArnValue length, maximum",
                        "AuditEventFieldValueUnion.userArnValue length, above");
    }

    @Test
    void aMemberThatBecomesRequiredIsAGap() {
        Contract stricter = EditedContract.packaged()
                .after("    AuditEventField:", "[eventFieldId, newValue]", "[eventFieldId, newValue, oldValue]")
                .parse();

        assertThat(added(stricter))
                .containsExactly(
                        "AuditEventField.oldValue required, null", "AuditEventField.oldValue required, absent");
    }

    @Test
    void anArmThatIsAddedIsAGap() {
        Contract wider = EditedContract.packaged()
                .after(
                        "    UserUnion:",
                        "        customEntity:\n",
                        "        teamArn:\n          type: string\n        customEntity:\n")
                .parse();

        assertThat(added(wider)).containsExactly("UserUnion.teamArn type, wrong type");
    }

    @Test
    void anErrorThatIsAddedIsAGap() {
        Contract harsher = EditedContract.packaged()
                .after("    BadRequest:", "SerializationException]", "SerializationException, ConflictException]")
                .parse();

        assertThat(added(harsher)).containsExactly("the error ConflictException");
    }

    @Test
    void theStubShowsEveryArmAndEveryListedValue() throws ProbeFailure {
        Contract contract = Contract.read();
        try (StubServer stub = new StubServer(new Service());
                Probe probe = Probes.SOCKETS.to(
                        stub.endpoint(), Signer.NONE, stub.profile().limits())) {
            HistorySurvey survey = new CheckContext(stub.profile(), contract, probe).survey();

            assertThat(contract.unions())
                    .hasSize(2)
                    .allSatisfy(union -> assertThat(union.arms())
                            .allSatisfy(arm -> assertThat(examined(survey, union.name() + "." + arm, Keyword.TYPE))
                                    .isPositive()));
            assertThat(seen(survey, "type")).containsAll(listed(contract, "AuditEvent.type"));
            assertThat(seen(survey, "relatedItemType")).containsAll(listed(contract, "AuditEvent.relatedItemType"));
        }
    }

    private static int examined(HistorySurvey survey, String member, Keyword keyword) {
        Contract contract = Contract.read();
        return bodies(survey)
                .mapToInt(body -> contract.read(body).examined(member, keyword))
                .sum();
    }

    private static List<String> seen(HistorySurvey survey, String member) {
        return bodies(survey)
                .flatMap(body -> body.findValuesAsText(member).stream())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> bodies(HistorySurvey survey) {
        return survey.exchanges().stream()
                .map(exchange -> exchange.response())
                .filter(response -> response.status() == 200)
                .map(response -> Json.read(response.body()));
    }

    private static List<String> listed(Contract contract, String member) {
        Constraint values = contract.constraint(member, Keyword.ENUM);
        return StreamSupport.stream(values.schema().path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The gaps that an edit adds. */
    private static List<String> added(Contract edited) {
        List<String> gaps = new ArrayList<>(gaps(edited));
        gaps.removeAll(gaps(Contract.read()));
        return gaps;
    }

    private static List<String> gaps(Contract contract) {
        return Coverage.of(contract, Checks.all()).gaps();
    }
}
