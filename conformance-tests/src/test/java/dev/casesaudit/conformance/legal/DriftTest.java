package dev.casesaudit.conformance.legal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that is newer than the contract. */
class DriftTest {

    private static final String[] GROWN = {
        "response-event-type-enum",
        "response-related-item-type-enum",
        "response-old-value-union",
        "response-new-value-union",
        "response-user-union"
    };

    @Test
    void growthIsDriftWhereTheTargetMayBeAheadOfTheContract() {
        RunReport report = judged(new Grown(), true);

        assertThat(ids(report, ResultStatus.DRIFTED)).containsExactlyInAnyOrder(GROWN);
        assertThat(ids(report, ResultStatus.FAILED)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void growthIsAFindingOnAFake() {
        RunReport report = judged(new Grown(), false);

        assertThat(ids(report, ResultStatus.FAILED)).containsExactlyInAnyOrder(GROWN);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    @Test
    void aTargetThatIsAheadMayStillNotSetTwoArms() {
        Service twoArms = new Grown() {
            @Override
            void grow(ObjectNode event) {
                event.withObject("/performedBy/user").put("userArn", "arn").put("customEntity", "robot");
            }
        };

        assertThat(ids(judged(twoArms, true), ResultStatus.FAILED)).containsExactly("response-user-union");
    }

    private static RunReport judged(Service service, boolean ahead) {
        try (StubServer stub = new StubServer(service)) {
            return Kit.packaged()
                    .through(Probes.SOCKETS)
                    .judge(stub.profile(ahead, false), Selection.ALL, Level.SHOULD, KnownFailures.NONE, Progress.NONE);
        }
    }

    private static List<String> ids(RunReport report, ResultStatus status) {
        return report.results().stream()
                .filter(result -> result.status() == status)
                .map(result -> result.requirement().id())
                .toList();
    }

    /** Has another event, with values and arms that are not in the contract. */
    private static class Grown extends Service {

        @Override
        protected List<JsonNode> history(CaseRef one) {
            List<JsonNode> events = new ArrayList<>(super.history(one));
            if (one.caseId().equals("every-shape")) {
                ObjectNode event = events.get(0).deepCopy();
                event.put("eventId", "shape-10");
                grow(event);
                events.add(event);
            }
            return events;
        }

        void grow(ObjectNode event) {
            event.put("type", "Case.Merged").put("relatedItemType", "Invoice");
            event.withObject("/performedBy").putObject("user").put("teamArn", "arn");
            ObjectNode field = event.putArray("fields").addObject().put("eventFieldId", "tags");
            field.putObject("oldValue").putArray("listValue");
            field.putObject("newValue").putArray("listValue").add("urgent");
        }
    }
}
