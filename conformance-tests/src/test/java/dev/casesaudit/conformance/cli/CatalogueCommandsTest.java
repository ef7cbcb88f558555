package dev.casesaudit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CatalogueCommandsTest {

    private final CommandRun shell = new CommandRun();

    @Test
    void listsRequirementsByArea() {
        assertThat(shell.run("list")).isZero();
        assertThat(shell.out())
                .contains(
                        "response: the page of events that it returns (2)",
                        "  response-has-events  MUST    A page has events.",
                        "  response-is-fast     SHOULD  A page comes soon.",
                        "error: the errors (0)");
    }

    @Test
    void listsExclusionsWithTheirReasons() {
        assertThat(shell.run("list", "--exclusions")).isZero();
        assertThat(shell.out()).isEqualToNormalizingNewlines("""
                A token lives for a time.
                  source: The reference
                  reason: No time is named.

                """);
    }

    @Test
    void explainsARequirement() {
        assertThat(shell.run("explain", "request-max-results-is-bounded")).isZero();
        assertThat(shell.out()).isEqualToNormalizingNewlines("""
                request-max-results-is-bounded (MUST)

                  A page size past the maximum is refused.

                  source    The reference
                            https://docs.example/reference
                  hint      The value is often clamped.
                  tries     GetCaseAuditEventsRequest.maxResults range, above
                  provokes  ValidationException

                To try only this requirement:
                  java -jar conformance-kit.jar run --endpoint URL --only request-max-results-is-bounded
                """);
    }

    @Test
    void showsTheCoverageAndEndsWithOneIfThereAreGaps() {
        assertThat(shell.run("coverage")).isEqualTo(1);
        assertThat(shell.out())
                .containsSubsequence(
                        "GetCaseAuditEventsRequest.maxResults, range: 1 to 25",
                        "  below       -",
                        "  above       request-max-results-is-bounded",
                        "errors",
                        "  ValidationException ",
                        "request-max-results-is-bounded",
                        "Not tried, ",
                        "  GetCaseAuditEventsRequest.maxResults range, below");
    }

    @Test
    void showsTheSameAsJson() throws IOException {
        assertThat(shell.run("coverage", "--json")).isEqualTo(1);

        JsonNode coverage = new JsonMapper().readTree(shell.out());
        assertThat(coverage.at("/errors/ValidationException/0").asText()).isEqualTo("request-max-results-is-bounded");
        assertThat(coverage.findValuesAsText("keyword")).contains("range");
        assertThat(coverage.path("gaps")).isNotEmpty();
    }
}
