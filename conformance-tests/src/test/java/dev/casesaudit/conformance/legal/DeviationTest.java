package dev.casesaudit.conformance.legal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Kit;
import dev.casesaudit.conformance.run.KnownFailures;
import dev.casesaudit.conformance.run.Progress;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Selection;
import dev.casesaudit.conformance.run.Verdict;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubServer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The real service with refusals that differ from its documents, and a fake with the same refusals. */
class DeviationTest {

    private static final Kit KIT = Kit.packaged().through(Probes.SOCKETS);

    @Test
    void refusalsByAGatewayAreDeviationsOfTheService() {
        RunReport report = judged(new Gateway(), true);

        assertThat(report.verdict()).as(broken(report)).isEqualTo(Verdict.CONFORMANT);
        assertThat(ids(report, ResultStatus.FAILED)).isEmpty();
        assertThat(ids(report, ResultStatus.DEVIATED))
                .contains("request-max-results-above-maximum", "request-body-truncated", "error-name-is-declared");
        assertThat(report.results())
                .filteredOn(result -> result.requirement().id().equals("request-body-truncated"))
                .singleElement()
                .extracting(Result::reason)
                .asString()
                .matches("deviation of the service, seen on 2\\d{3}-\\d\\d-\\d\\d: "
                        + "400 BadRequestException 'Invalid request body'");
    }

    @Test
    void refusalsByAGatewayAreFindingsOnAFake() {
        RunReport report = judged(new Gateway(), false);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(ids(report, ResultStatus.FAILED)).contains("request-max-results-above-maximum");
        assertThat(ids(report, ResultStatus.DEVIATED)).isEmpty();
    }

    @Test
    void refusedIdsOutsideThePatternAreDeviationsOfTheService() {
        RunReport report = judged(new PatternOfIds(), true);

        assertThat(report.verdict()).as(broken(report)).isEqualTo(Verdict.CONFORMANT);
        assertThat(ids(report, ResultStatus.FAILED)).isEmpty();
        assertThat(ids(report, ResultStatus.DEVIATED)).contains("request-case-id-counts-code-points");
    }

    @Test
    void refusedIdsOutsideThePatternAreFindingsOnAFake() {
        assertThat(ids(judged(new PatternOfIds(), false), ResultStatus.FAILED))
                .contains("request-case-id-counts-code-points");
    }

    @Test
    void anotherStatusIsAFindingAlsoOnTheService() {
        Service clamping = new Service() {
            @Override
            protected void validateSize(int maxResults) {
                if (maxResults > 25) {
                    throw new StubError(422, "BadRequestException", "Invalid request body");
                }
                super.validateSize(maxResults);
            }
        };

        RunReport report = judged(clamping, true);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(ids(report, ResultStatus.FAILED)).contains("request-max-results-above-maximum");
    }

    private static RunReport judged(Service service, boolean realService) {
        try (StubServer stub = new StubServer(service)) {
            return KIT.judge(
                    stub.profile(false, realService), Selection.ALL, Level.MUST, KnownFailures.NONE, Progress.NONE);
        }
    }

    private static List<String> ids(RunReport report, ResultStatus status) {
        return report.results().stream()
                .filter(result -> result.status() == status)
                .map(result -> result.requirement().id())
                .toList();
    }

    /** Refuses violations of the body in front of the operation. */
    private static final class Gateway extends Service {

        @Override
        protected JsonNode parse(String body) {
            try {
                return super.parse(body);
            } catch (StubError e) {
                throw refusal();
            }
        }

        @Override
        protected void validateSize(int maxResults) {
            if (maxResults < 1 || maxResults > 25) {
                throw refusal();
            }
        }

        private static StubError refusal() {
            return new StubError(400, "BadRequestException", "Invalid request body");
        }
    }

    /** Applies the pattern for ids of one edition of the API reference. */
    private static final class PatternOfIds extends Service {

        @Override
        protected void validate(StubInput input) {
            super.validate(input);
            List.of(input.of().domainId(), input.of().caseId()).forEach(id -> {
                if (!id.matches("[A-Za-z0-9\\-._/:#=+-]*")) {
                    throw StubError.invalid("Member must satisfy regular expression pattern");
                }
            });
        }
    }

    private static String broken(RunReport report) {
        return report.results().stream()
                .filter(result -> result.status() != ResultStatus.PASSED && result.status() != ResultStatus.DEVIATED)
                .map(result -> result.requirement().id() + ": " + result.status() + ", " + result.outcome())
                .collect(Collectors.joining("\n"));
    }
}
