package dev.casesaudit.journey.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.journey.ControlClient;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.StandardClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.connectcases.model.ConnectCasesException;

/** The gateway in front of the service refuses a request before the service reads it. */
class GatewayIT {

    private static final String DOMAIN = "gateway";
    private static final String BROKEN = "{\"maxResults\": 26}";
    private static final String REFUSAL = "{\"message\":\"Invalid request body\"}";

    private final ControlClient control = ControlClient.of(PackagedMock.shared());

    @AutoClose
    private final StandardClient client = StandardClient.of(PackagedMock.shared());

    @AfterEach
    void forget() {
        // Not every test has put it there.
        control.send("DELETE", "domains/gateway", "");
        control.send("DELETE", "domains/gateway/behaviour", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BROKEN,
                "{\"maxResults\": -1}",
                "{\"maxResults\": \"5\"}",
                "{\"nextToken\": 5}",
                "{\"maxResults\": 5",
                "[]",
                "nope"
            })
    void refusesABodyThatCannotBeReadOrBreaksAConstraint(String body) {
        seed("c", "gateway*forever");

        assertError(post("c", body), 400, "BadRequestException", REFUSAL);
    }

    @Test
    void refusesALongToken() {
        seed("c", "gateway(bodies)*forever");

        String token = "t".repeat(9001);
        assertError(post("c", "{\"nextToken\": \"%s\"}".formatted(token)), 400, "BadRequestException", REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A9", "a%2Cb", "%F0%9F%98%80", "a@b", "a~b"})
    void refusesAnIdOutsideThePattern(String id) {
        control.put("domains/gateway/behaviour", "{\"faults\": \"gateway(ids)*forever\"}");

        HttpResponse<String> answer = post(id, "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("ValidationException");
        assertThat(answer.body())
                .contains("Value at '/caseId' failed to satisfy constraint: Member must satisfy regular expression"
                        + " pattern: [A-Za-z0-9\\\\-._/:#=+-]*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a-b._c%3A%23%3D%2B+%2F9 | {}
                    plain | {"maxResults": 25}
                    plain | {"nextToken": null}
                    """)
    void passesValidRequests(String id, String body) {
        seed(id, "gateway*forever");

        assertThat(post(id, body).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOnlyWhatIsConfigured() {
        seed("bodies", "gateway(bodies)*forever");
        seed("ids", "gateway(ids)*forever");
        seed("a%20b", "gateway(bodies)*forever");

        assertThat(post("a%20b", "{}").statusCode()).isEqualTo(200);
        assertError(
                post("ids", BROKEN),
                400,
                "ValidationException",
                "{\"message\":\"1 validation error detected. Value at '/maxResults' failed to satisfy constraint: Member"
                        + " must be between 1 and 25, inclusive\"}");
    }

    @Test
    void passesAnInvalidTokenToTheService() {
        seed("c", "gateway*forever");

        assertThat(post("c", "{\"nextToken\": \"none\"}").headers().firstValue("x-amzn-errortype"))
                .hasValue("ValidationException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BadRequest | 400 | BadRequestException | {"message":"Invalid request body"}
                    BadRequest(message=no) | 400 | BadRequestException | {"message":"no"}
                    ServiceUnavailable | 503 | ServiceUnavailableException | {"message":"Service Unavailable"}
                    error(429, name=TooManyRequestsException, message="Too Many Requests") | 429 | \
                    TooManyRequestsException | {"message":"Too Many Requests"}
                    """)
    void respondsEvenToARequestThatTheServiceWouldRefuse(String script, int status, String name, String body) {
        for (String sent : new String[] {"{}", BROKEN, "nope"}) {
            assertError(post("nowhere", sent, "x-mock-fault", script), status, name, body);
        }
    }

    @Test
    void mayAnswerWithoutAName() {
        HttpResponse<String> answer = post("nowhere", "{}", "x-mock-fault", "error(504, message=late)");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).isEmpty();
        assertThat(answer.body()).isEqualTo("{\"message\":\"late\"}");
    }

    @Test
    void usesUpNoOtherStepOnARequestThatBreaksAConstraint() {
        seed("c", "Throttling, BadRequest");

        assertThat(post("c", BROKEN).headers().firstValue("x-amzn-errortype")).hasValue("ValidationException");
        assertThat(post("c", "{}").statusCode()).isEqualTo(429);
        assertError(post("c", BROKEN), 400, "BadRequestException", REFUSAL);
        assertThat(post("c", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void isNamedInTheJournal() {
        seed("c", "gateway*forever");
        post("c", BROKEN);
        control.awaitEnds(DOMAIN);

        JsonNode request =
                control.get("journal?domainId=gateway").path("requests").path(0);
        assertThat(request.path("fault").asText()).isEqualTo("gateway");
        assertThat(request.path("answer").path("error").asText()).isEqualTo("BadRequestException");
    }

    @Test
    void isAnErrorThatAnSdkNamesAndDoesNotRetry() {
        seed("c", "BadRequest, ok");

        ConnectCasesException raised = assertThrows(ConnectCasesException.class, () -> client.get(DOMAIN, "c"));

        assertThat(raised.awsErrorDetails().errorCode()).isEqualTo("BadRequestException");
        assertThat(raised.awsErrorDetails().errorMessage()).isEqualTo("Invalid request body");
        assertThat(raised.numAttempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ServiceUnavailable, ok",
                "error(503), ok",
                "error(429, name=TooManyRequestsException), ok",
                "error(400, name=RequestTimeoutException), ok"
            })
    void isRetriedByAnSdkWhereItIsTransient(String script) {
        seed("c", script);

        assertThat(client.get(DOMAIN, "c").auditEvents()).hasSize(3);
        assertThat(client.sent()).hasSize(2);
    }

    private void seed(String caseId, String script) {
        control.seed(DOMAIN, caseId, 3, "{\"faults\": \"%s\"}".formatted(script));
    }

    private HttpResponse<String> post(String caseId, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        control.endpoint().resolve("/domains/gateway/cases/%s/audit-history".formatted(caseId)))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return ControlClient.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static void assertError(HttpResponse<String> answer, int status, String name, String body) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).isEqualTo(Optional.of(name));
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(body);
    }
}
