package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.error;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.casesaudit.journey.OperationRequests;
import org.junit.jupiter.api.Test;

class ModelledErrorsIT {

    @Test
    void deniesAccess() {
        OperationRequests.post(path("case-denied"), "{}")
                .spec(error(403, "AccessDeniedException", "You do not have sufficient access to perform this action."))
                .header("retry-after", nullValue());
    }

    @Test
    void throttles() {
        OperationRequests.post(path("case-throttled"), "{}")
                .spec(error(429, "ThrottlingException", "Rate exceeded"))
                .header("retry-after", nullValue());
    }

    @Test
    void returnsAnInternalErrorWithRetryAfter() {
        OperationRequests.post(path("case-internal-error"), "{}")
                .spec(error(
                        500,
                        "InternalServerException",
                        "We couldn't process your request because of an issue with the server. Try again later."))
                .header("retry-after", equalTo("1"));
    }

    @Test
    void failsEachTime() {
        for (int attempt = 0; attempt < 4; attempt++) {
            OperationRequests.post(path("case-throttled"), "{}").statusCode(429);
        }
    }

    @Test
    void namesTheMissingCase() {
        OperationRequests.post(path("case-unknown"), "{}")
                .spec(error(404, "ResourceNotFoundException"))
                .body("$", aMapWithSize(3))
                .body("message", equalTo("Case case-unknown does not exist in domain contact-center."))
                .body("resourceId", equalTo("case-unknown"))
                .body("resourceType", equalTo("Case"));
    }

    @Test
    void namesTheMissingDomain() {
        OperationRequests.post(path("elsewhere", "case-empty"), "{}")
                .spec(error(404, "ResourceNotFoundException"))
                .body("$", aMapWithSize(3))
                .body("message", equalTo("Domain elsewhere does not exist."))
                .body("resourceId", equalTo("elsewhere"))
                .body("resourceType", equalTo("Domain"));
    }

    @Test
    void missesACaseThatOnlyAnotherDomainHas() {
        OperationRequests.post(path("back-office", "case-empty"), "{}")
                .spec(error(404, "ResourceNotFoundException"))
                .body("resourceType", equalTo("Case"));
    }
}
