package dev.casesaudit.server.wire;

import static dev.casesaudit.server.wire.Errors.error;
import static dev.casesaudit.server.wire.Wire.path;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class ModelledErrorsIT {

    @Test
    void deniesAccess() {
        Wire.post(path("case-denied"), "{}")
                .spec(error(403, "AccessDeniedException", "You do not have sufficient access to perform this action."))
                .header("retry-after", nullValue());
    }

    @Test
    void throttles() {
        Wire.post(path("case-throttled"), "{}")
                .spec(error(429, "ThrottlingException", "Rate exceeded"))
                .header("retry-after", nullValue());
    }

    @Test
    void failsInsideAndSaysWhenToRetry() {
        Wire.post(path("case-internal-error"), "{}")
                .spec(error(
                        500,
                        "InternalServerException",
                        "We couldn't process your request because of an issue with the server. Try again later."))
                .header("retry-after", equalTo("1"));
    }

    @Test
    void failsEachTime() {
        for (int attempt = 0; attempt < 4; attempt++) {
            Wire.post(path("case-throttled"), "{}").statusCode(429);
        }
    }

    @Test
    void namesTheMissingCase() {
        Wire.post(path("case-unknown"), "{}")
                .spec(error(404, "ResourceNotFoundException"))
                .body("$", aMapWithSize(3))
                .body("message", equalTo("Case case-unknown does not exist in domain contact-center."))
                .body("resourceId", equalTo("case-unknown"))
                .body("resourceType", equalTo("Case"));
    }

    @Test
    void namesTheMissingDomain() {
        Wire.post(path("elsewhere", "case-empty"), "{}")
                .spec(error(404, "ResourceNotFoundException"))
                .body("$", aMapWithSize(3))
                .body("message", equalTo("Domain elsewhere does not exist."))
                .body("resourceId", equalTo("elsewhere"))
                .body("resourceType", equalTo("Domain"));
    }

    @Test
    void missesACaseThatOnlyAnotherDomainHas() {
        Wire.post(path("back-office", "case-empty"), "{}")
                .spec(error(404, "ResourceNotFoundException"))
                .body("resourceType", equalTo("Case"));
    }
}
