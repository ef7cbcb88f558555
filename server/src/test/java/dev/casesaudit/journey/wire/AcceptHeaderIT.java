package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.OperationRequests;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a raw connection: clients send an accept header of their own where a test sends none. */
class AcceptHeaderIT {

    @Test
    void needsNone() throws IOException {
        assertThat(post().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "*/*;q=0.001",
                "application/json; Q=1.000",
                "text/html, application/xhtml+xml;q=0.9, */*;q=0.8",
                "application/xml,application/json;q=0.1",
                "application/json;q=1, */*;q=0",
                "application/*, application/xml;q=0",
                "text/*;q=0, */*",
                " application/json ",
                ",application/json,",
            })
    void servesAClientThatReadsJson(String accept) throws IOException {
        RawConnection.Response answer = post(accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).containsExactly("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/*",
                "text/json",
                "application/json;q=0",
                "application/json; q=0.0",
                "application/json;q=0.000",
                "*/*;q=0",
                "application/json;q=0, */*",
                "application/*;q=0, */*;q=1",
                "application/x-amz-json-1.1",
                "application/vnd.api+json, text/html",
            })
    void refusesToServeAClientThatDoesNot(String accept) throws IOException {
        assertNotAcceptable(post(accept), accept);
    }

    @Test
    void readsSeveralHeadersAsOne() throws IOException {
        assertThat(post("text/html", "application/json").status()).isEqualTo(200);
        assertNotAcceptable(post("text/html", "application/xml"), "text/html,application/xml");
        assertNotAcceptable(post("*/*", "application/json;q=0"), "*/*,application/json;q=0");
    }

    private static void assertNotAcceptable(RawConnection.Response answer, String accept) {
        assertError(
                answer,
                406,
                "NotAcceptableException",
                "The accept header must allow application/json, got \"%s\"".formatted(accept));
    }

    private static RawConnection.Response post(String... accept) throws IOException {
        String[] headers = Stream.concat(
                        Stream.of(accept).map(one -> "Accept: " + one),
                        List.of("Content-Type: application/json", "Content-Length: 2").stream())
                .toArray(String[]::new);
        return RawConnection.exchange(RawConnection.head("POST", OperationRequests.EMPTY, headers) + "{}");
    }
}
