package dev.casesaudit.journey.pages;

import static dev.casesaudit.journey.ErrorResponses.invalid;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.hamcrest.Matchers.hasSize;

import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.PackagedMock;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenKeyIT {

    private static final String KEY = "-Dcases.token.key=a key of at least thirty-two bytes";

    private static PackagedMock replica;
    private static PackagedMock otherReplica;

    @BeforeAll
    static void start() {
        replica = PackagedMock.start(KEY);
        otherReplica = PackagedMock.start(KEY);
    }

    @AfterAll
    static void stop() {
        replica.close();
        otherReplica.close();
    }

    @Test
    void letsAnyReplicaServeTheNextPage() {
        next(otherReplica, token(replica)).statusCode(200).body("auditEvents", hasSize(1));
        next(replica, token(otherReplica)).statusCode(200).body("auditEvents", hasSize(1));
    }

    @Test
    void keepsTokensOfAnotherKeyOut() {
        String violation = "Value at '/nextToken' failed to satisfy constraint: "
                + "Member must be a token that was issued for this case";

        next(PackagedMock.shared(), token(replica)).spec(invalid(violation));
        next(replica, token(PackagedMock.shared())).spec(invalid(violation));
    }

    private static String token(PackagedMock mock) {
        return post(mock, "{}").statusCode(200).extract().path("nextToken");
    }

    private static ValidatableResponse next(PackagedMock mock, String token) {
        return post(mock, "{\"nextToken\":\"%s\"}".formatted(token));
    }

    private static ValidatableResponse post(PackagedMock mock, String body) {
        return OperationRequests.request(mock)
                .contentType(OperationRequests.JSON)
                .body(body)
                .post(path("case-two-pages"))
                .then();
    }
}
