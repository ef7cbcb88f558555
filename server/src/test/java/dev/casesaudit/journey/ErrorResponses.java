package dev.casesaudit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.ResponseSpecification;

/** What every error response has. */
public final class ErrorResponses {

    public static final String TYPE = "x-amzn-errortype";
    public static final String REQUEST_ID = "x-amzn-requestid";

    private ErrorResponses() {}

    /** An error whose message is its only member. */
    public static ResponseSpecification error(int status, String name, String message) {
        return error(status, name).body("$", aMapWithSize(1)).body("message", equalTo(message));
    }

    /** An error of this name, with a message of any kind. */
    public static ResponseSpecification error(int status, String name) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectHeader(TYPE, equalTo(name))
                .expectHeader(REQUEST_ID, matchesPattern("[0-9a-f-]{36}"))
                .expectHeader("content-type", equalTo(OperationRequests.JSON))
                .expectHeader("content-length", matchesPattern("[1-9][0-9]*"))
                .expectHeader("transfer-encoding", nullValue(String.class))
                .expectBody("message", matchesPattern("(?s).+"))
                .build();
    }

    public static ResponseSpecification invalid(String violations) {
        return error(400, "ValidationException", "1 validation error detected. " + violations);
    }

    public static ResponseSpecification malformed() {
        return error(400, "SerializationException").body("$", aMapWithSize(1));
    }

    /** The same for a response that was read from a raw connection. */
    public static void assertError(RawConnection.Response answer, int status, String name, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header(TYPE)).containsExactly(name);
        assertThat(answer.header(REQUEST_ID)).hasSize(1).first().asString().isNotEmpty();
        assertThat(answer.header("content-type")).containsExactly(OperationRequests.JSON);
        assertThat(answer.header("content-length")).containsExactly(String.valueOf(answer.length()));
        assertThat(answer.header("transfer-encoding")).isEmpty();
        assertThat(JsonPath.from(answer.text()).getMap("$")).hasSize(1).containsEntry("message", message);
    }
}
