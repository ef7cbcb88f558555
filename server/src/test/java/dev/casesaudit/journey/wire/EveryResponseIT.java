package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every response of every layer has a date, a request id, and errors in the protocol's form. */
class EveryResponseIT {

    private static final String JSON = "Content-Type: application/json";

    static final List<Arguments> REQUESTS = List.of(
            // The operation.
            Arguments.of(200, RawConnection.post(EMPTY, "{}")),
            Arguments.of(200, "POST " + EMPTY + " HTTP/1.0\r\n\r\n"),
            Arguments.of(400, RawConnection.post(EMPTY, "{\"maxResults\":0}")),
            Arguments.of(400, RawConnection.post(EMPTY, "<")),
            Arguments.of(400, RawConnection.post(path("%FF"), "{}")),
            Arguments.of(403, RawConnection.post(path("case-denied"), "{}")),
            Arguments.of(404, RawConnection.post(path("nothing"), "{}")),
            Arguments.of(406, RawConnection.head("POST", EMPTY, "Accept: text/html")),
            Arguments.of(413, RawConnection.head("POST", EMPTY, JSON, "Content-Length: 196609")),
            Arguments.of(415, RawConnection.head("POST", EMPTY, "Content-Type: text/html", "Content-Length: 1") + "<"),
            Arguments.of(429, RawConnection.post(path("case-throttled"), "{}")),
            Arguments.of(500, RawConnection.post(path("case-internal-error"), "{}")),
            Arguments.of(200, RawConnection.head("POST", EMPTY, "x-mock-fault: malformed")),
            Arguments.of(502, RawConnection.head("POST", EMPTY, "x-mock-fault: html(502)")),
            Arguments.of(200, RawConnection.head("POST", EMPTY, "x-mock-fault: latency(1ms)")),
            Arguments.of(200, RawConnection.head("POST", EMPTY, "Expect: something", JSON, "Content-Length: 2") + "{}"),
            // Other methods and routes.
            Arguments.of(404, RawConnection.head("GET", EMPTY)),
            Arguments.of(404, RawConnection.head("HEAD", EMPTY)),
            Arguments.of(404, RawConnection.head("TRACE", EMPTY)),
            Arguments.of(404, RawConnection.head("OPTIONS", EMPTY)),
            Arguments.of(404, RawConnection.head("OPTIONS", "*")),
            Arguments.of(404, RawConnection.head("CONNECT", "localhost:443")),
            Arguments.of(404, RawConnection.head("POST", "domains/contact-center")),
            Arguments.of(404, RawConnection.head("GET", "http://localhost/unknown")),
            Arguments.of(404, RawConnection.head("GET", "/unknown")),
            Arguments.of(404, "GET /unknown HTTP/1.0\r\n\r\n"),
            // Routes of the mock's own.
            Arguments.of(200, RawConnection.head("GET", "/q/health")),
            Arguments.of(200, RawConnection.head("GET", "/q/openapi")),
            Arguments.of(200, RawConnection.head("HEAD", "/q/openapi")),
            Arguments.of(200, RawConnection.head("GET", "/q/swagger-ui/")),
            Arguments.of(200, RawConnection.head("HEAD", "/q/swagger-ui/")),
            Arguments.of(302, RawConnection.head("GET", "/q/swagger-ui")),
            Arguments.of(404, RawConnection.head("GET", "/q/swagger-ui/unknown")),
            Arguments.of(404, RawConnection.head("POST", "/q/openapi")),
            Arguments.of(404, RawConnection.head("POST", "/q/openapi", "Content-Length: 99999999999")),
            Arguments.of(200, RawConnection.head("OPTIONS", "/q/health")),
            Arguments.of(404, RawConnection.head("GET", "/q/unknown")),
            Arguments.of(200, RawConnection.head("GET", "/_mock/openapi")),
            Arguments.of(200, RawConnection.head("GET", "/_mock/state")),
            Arguments.of(200, RawConnection.head("HEAD", "/_mock/state")),
            Arguments.of(204, RawConnection.head("DELETE", "/_mock/domains/every-answer/behaviour")),
            Arguments.of(400, RawConnection.head("GET", "/_mock/journal?limit=0")),
            Arguments.of(400, RawConnection.head("PUT", "/_mock/behaviour", JSON, "Content-Length: 1") + "<"),
            Arguments.of(404, RawConnection.head("GET", "/_mock/calls/nothing")),
            Arguments.of(404, RawConnection.head("GET", "/_mock/unknown")),
            Arguments.of(404, RawConnection.head("HEAD", "/_mock/unknown")),
            Arguments.of(404, RawConnection.head("OPTIONS", "/_mock/state")),
            Arguments.of(404, RawConnection.head("POST", "/_mock/state")),
            Arguments.of(406, RawConnection.head("GET", "/_mock/state", "Accept: text/html")),
            Arguments.of(
                    415,
                    RawConnection.head("PUT", "/_mock/behaviour", "Content-Type: text/html", "Content-Length: 1")
                            + "<"),
            // Invalid HTTP.
            Arguments.of(400, "hello\r\n\r\n"),
            Arguments.of(400, "POST " + EMPTY + " HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "GET /q/health HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "GET /_mock/state HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "HEAD " + EMPTY + " HTTP/1.1\r\n\r\n"),
            Arguments.of(400, RawConnection.head("POST", EMPTY, "Host: elsewhere.example")),
            Arguments.of(400, "POST " + EMPTY + " HTTP/1.1\r\nHost: a b\r\n\r\n"),
            Arguments.of(400, "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n"),
            Arguments.of(400, RawConnection.head("POST", EMPTY, "Na me: value")),
            Arguments.of(400, RawConnection.head("POST", EMPTY, "Content-Length: two")),
            Arguments.of(400, RawConnection.head("POST", EMPTY, "Transfer-Encoding: gzip")),
            Arguments.of(400, RawConnection.head("POST", EMPTY, JSON, "Transfer-Encoding: chunked") + "zz\r\n"),
            Arguments.of(414, RawConnection.head("POST", EMPTY + "?" + "q".repeat(33_000))),
            Arguments.of(431, RawConnection.head("POST", EMPTY, "X-Long: " + "h".repeat(66_000))));

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void hasADateAndARequestId(int status, String request) throws IOException {
        try (RawConnection http = RawConnection.toSharedMock()) {
            boolean hasBody = status >= 400 && !request.startsWith("HEAD");

            RawConnection.Response answer =
                    hasBody ? http.send(request).read() : http.send(request).readHead();

            assertThat(answer.status()).isEqualTo(status);
            assertComplete(answer);
            if (hasBody && status != 502) {
                assertThat(JsonPath.from(answer.text()).getString("message")).isNotEmpty();
            }
        }
    }

    @Test
    void hasThemWhereAConnectionIsRefusedOrTimesOut() throws IOException {
        try (PackagedMock mock = PackagedMock.start(
                        PackagedMock.ON_NIO, "-Dcases.limits.connections=1", "-Dcases.limits.read=3s");
                RawConnection admitted = new RawConnection(mock.endpoint())) {
            // Several threads admit connections; a response proves that this one was admitted.
            assertThat(admitted.send(RawConnection.post(EMPTY, "{}")).read().status())
                    .isEqualTo(200);
            admitted.send("POST " + EMPTY);
            RawConnection.Response refused = RawConnection.exchange(mock, RawConnection.post(EMPTY, "{}"));
            RawConnection.Response late = admitted.read();

            assertThat(refused.status()).isEqualTo(503);
            assertComplete(refused);
            assertThat(late.status()).isEqualTo(408);
            assertComplete(late);
        }
    }

    private static void assertComplete(RawConnection.Response answer) {
        assertThat(answer.header("date")).hasSize(1);
        assertThat(ZonedDateTime.parse(answer.header("date").get(0), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(answer.header(ErrorResponses.REQUEST_ID))
                .hasSize(1)
                .first()
                .asString()
                .hasSize(36);
        if (answer.status() >= 400 && answer.status() != 502) {
            assertThat(answer.header(ErrorResponses.TYPE))
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith("Exception");
            assertThat(answer.header("content-type")).containsExactly("application/json");
        }
    }
}
