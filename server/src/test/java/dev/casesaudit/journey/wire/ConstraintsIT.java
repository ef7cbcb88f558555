package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.error;
import static dev.casesaudit.journey.ErrorResponses.invalid;
import static dev.casesaudit.journey.OperationRequests.LONG;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.hamcrest.Matchers.hasSize;

import dev.casesaudit.journey.OperationRequests;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsIT {

    private static final String RANGE =
            "Value at '/maxResults' failed to satisfy constraint: Member must be between 1 and 25, inclusive";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 25})
    void acceptsAPageSizeInRange(int maxResults) {
        OperationRequests.post(LONG, String.format(Locale.ROOT, "{\"maxResults\":%d}", maxResults))
                .statusCode(200)
                .body("auditEvents", hasSize(maxResults));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 26, 100, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesAPageSizeOutOfRange(int maxResults) {
        OperationRequests.post(LONG, String.format(Locale.ROOT, "{\"maxResults\":%d}", maxResults))
                .spec(invalid(RANGE));
    }

    @Test
    void countsAndJoinsAllViolations() {
        String length = "Value with length %d at '/%s' failed to satisfy constraint: "
                + "Member must have length between %d and %d, inclusive";

        OperationRequests.post(
                        path("d".repeat(501), "c".repeat(502)),
                        "{\"maxResults\":26,\"nextToken\":\"%s\"}".formatted("t".repeat(9001)))
                .spec(error(
                        400,
                        "ValidationException",
                        "4 validation errors detected. "
                                + String.join(
                                        "; ",
                                        String.format(Locale.ROOT, length, 501, "domainId", 1, 500),
                                        String.format(Locale.ROOT, length, 502, "caseId", 1, 500),
                                        RANGE,
                                        String.format(Locale.ROOT, length, 9001, "nextToken", 0, 9000))));
    }

    @Test
    void countsTwoAsErrors() {
        OperationRequests.post(path("%C3%A9".repeat(501)), "{\"maxResults\":0}")
                .spec(error(
                        400,
                        "ValidationException",
                        "2 validation errors detected. Value with length 501 at '/caseId' failed to satisfy constraint: "
                                + "Member must have length between 1 and 500, inclusive; "
                                + RANGE));
    }

    @Test
    void reportsViolationsBeforeAMissingOrFailingCase() {
        OperationRequests.post(path("elsewhere", "case-unknown"), "{\"maxResults\":26}")
                .spec(invalid(RANGE));
        OperationRequests.post(path("case-throttled"), "{\"maxResults\":26}").spec(invalid(RANGE));
    }
}
