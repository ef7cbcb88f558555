package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawHttp;
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

/** Whatever is asked, and whichever layer answers: the time, an id, and errors in the protocol's shape. */
class EveryResponseIT {

    private static final String JSON = "Content-Type: application/json";

    static final List<Arguments> REQUESTS = List.of(
            // The operation.
            Arguments.of(200, RawHttp.post(EMPTY, "{}")),
            Arguments.of(200, "POST " + EMPTY + " HTTP/1.0\r\n\r\n"),
            Arguments.of(400, RawHttp.post(EMPTY, "{\"maxResults\":0}")),
            Arguments.of(400, RawHttp.post(EMPTY, "<")),
            Arguments.of(400, RawHttp.post(path("%FF"), "{}")),
            Arguments.of(403, RawHttp.post(path("case-denied"), "{}")),
            Arguments.of(404, RawHttp.post(path("nothing"), "{}")),
            Arguments.of(406, RawHttp.head("POST", EMPTY, "Accept: text/html")),
            Arguments.of(413, RawHttp.head("POST", EMPTY, JSON, "Content-Length: 131073")),
            Arguments.of(415, RawHttp.head("POST", EMPTY, "Content-Type: text/html", "Content-Length: 1") + "<"),
            Arguments.of(429, RawHttp.post(path("case-throttled"), "{}")),
            Arguments.of(500, RawHttp.post(path("case-internal-error"), "{}")),
            Arguments.of(200, RawHttp.head("POST", EMPTY, "x-mock-fault: malformed")),
            Arguments.of(502, RawHttp.head("POST", EMPTY, "x-mock-fault: html(502)")),
            Arguments.of(200, RawHttp.head("POST", EMPTY, "x-mock-fault: latency(1ms)")),
            Arguments.of(200, RawHttp.head("POST", EMPTY, "Expect: something", JSON, "Content-Length: 2") + "{}"),
            // Other methods and routes.
            Arguments.of(404, RawHttp.head("GET", EMPTY)),
            Arguments.of(404, RawHttp.head("HEAD", EMPTY)),
            Arguments.of(404, RawHttp.head("TRACE", EMPTY)),
            Arguments.of(404, RawHttp.head("OPTIONS", EMPTY)),
            Arguments.of(404, RawHttp.head("OPTIONS", "*")),
            Arguments.of(404, RawHttp.head("CONNECT", "localhost:443")),
            Arguments.of(404, RawHttp.head("POST", "domains/contact-center")),
            Arguments.of(404, RawHttp.head("GET", "http://localhost/unknown")),
            Arguments.of(404, RawHttp.head("GET", "/unknown")),
            Arguments.of(404, "GET /unknown HTTP/1.0\r\n\r\n"),
            // Routes of the mock's own.
            Arguments.of(200, RawHttp.head("GET", "/q/health")),
            Arguments.of(200, RawHttp.head("GET", "/q/openapi")),
            Arguments.of(200, RawHttp.head("HEAD", "/q/openapi")),
            Arguments.of(200, RawHttp.head("GET", "/q/swagger-ui/")),
            Arguments.of(200, RawHttp.head("HEAD", "/q/swagger-ui/")),
            Arguments.of(302, RawHttp.head("GET", "/q/swagger-ui")),
            Arguments.of(404, RawHttp.head("GET", "/q/swagger-ui/unknown")),
            Arguments.of(404, RawHttp.head("POST", "/q/openapi")),
            Arguments.of(404, RawHttp.head("POST", "/q/openapi", "Content-Length: 99999999999")),
            Arguments.of(200, RawHttp.head("OPTIONS", "/q/health")),
            Arguments.of(404, RawHttp.head("GET", "/q/unknown")),
            Arguments.of(200, RawHttp.head("GET", "/_mock/openapi")),
            Arguments.of(200, RawHttp.head("GET", "/_mock/state")),
            Arguments.of(200, RawHttp.head("HEAD", "/_mock/state")),
            Arguments.of(204, RawHttp.head("DELETE", "/_mock/domains/every-answer/behaviour")),
            Arguments.of(400, RawHttp.head("GET", "/_mock/journal?limit=0")),
            Arguments.of(400, RawHttp.head("PUT", "/_mock/behaviour", JSON, "Content-Length: 1") + "<"),
            Arguments.of(404, RawHttp.head("GET", "/_mock/calls/nothing")),
            Arguments.of(404, RawHttp.head("GET", "/_mock/unknown")),
            Arguments.of(404, RawHttp.head("HEAD", "/_mock/unknown")),
            Arguments.of(404, RawHttp.head("OPTIONS", "/_mock/state")),
            Arguments.of(404, RawHttp.head("POST", "/_mock/state")),
            Arguments.of(406, RawHttp.head("GET", "/_mock/state", "Accept: text/html")),
            Arguments.of(
                    415, RawHttp.head("PUT", "/_mock/behaviour", "Content-Type: text/html", "Content-Length: 1") + "<"),
            // What is not HTTP, or not HTTP as it must be.
            Arguments.of(400, "hello\r\n\r\n"),
            Arguments.of(400, "POST " + EMPTY + " HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "GET /q/health HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "GET /_mock/state HTTP/1.1\r\n\r\n"),
            Arguments.of(400, "HEAD " + EMPTY + " HTTP/1.1\r\n\r\n"),
            Arguments.of(400, RawHttp.head("POST", EMPTY, "Host: elsewhere.example")),
            Arguments.of(400, "POST " + EMPTY + " HTTP/1.1\r\nHost: a b\r\n\r\n"),
            Arguments.of(400, "GET / HTTP/3.0\r\nHost: localhost\r\n\r\n"),
            Arguments.of(400, RawHttp.head("POST", EMPTY, "Na me: value")),
            Arguments.of(400, RawHttp.head("POST", EMPTY, "Content-Length: two")),
            Arguments.of(400, RawHttp.head("POST", EMPTY, "Transfer-Encoding: gzip")),
            Arguments.of(400, RawHttp.head("POST", EMPTY, JSON, "Transfer-Encoding: chunked") + "zz\r\n"),
            Arguments.of(414, RawHttp.head("POST", EMPTY + "?" + "q".repeat(33_000))),
            Arguments.of(431, RawHttp.head("POST", EMPTY, "X-Long: " + "h".repeat(66_000))));

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void saysWhenItWasMadeAndWhich(int status, String request) throws IOException {
        try (RawHttp http = new RawHttp()) {
            boolean hasBody = status >= 400 && !request.startsWith("HEAD");

            RawHttp.Answer answer =
                    hasBody ? http.send(request).read() : http.send(request).readHead();

            assertThat(answer.status()).isEqualTo(status);
            assertComplete(answer);
            if (hasBody && status != 502) {
                assertThat(JsonPath.from(answer.text()).getString("message")).isNotEmpty();
            }
        }
    }

    @Test
    void saysSoWhereAConnectionIsRefusedOrWaitsTooLong() throws IOException {
        try (PackagedMock mock = PackagedMock.start("-Dcases.limits.connections=1", "-Dcases.limits.read=3s");
                RawHttp admitted = new RawHttp(mock)) {
            // Connections are admitted by several threads: once it is answered, this one is.
            assertThat(admitted.send(RawHttp.post(EMPTY, "{}")).read().status()).isEqualTo(200);
            admitted.send("POST " + EMPTY);
            RawHttp.Answer refused = RawHttp.exchange(mock, RawHttp.post(EMPTY, "{}"));
            RawHttp.Answer late = admitted.read();

            assertThat(refused.status()).isEqualTo(503);
            assertComplete(refused);
            assertThat(late.status()).isEqualTo(408);
            assertComplete(late);
        }
    }

    private static void assertComplete(RawHttp.Answer answer) {
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
