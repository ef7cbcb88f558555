package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of browsers from pages of another origin. */
class CrossOriginIT {

    private static final String ALLOWED = "Origin: https://allowed.example";
    private static final String ALLOW_ORIGIN = "access-control-allow-origin";
    private static final String EXPOSED = "x-amzn-errortype,x-amzn-requestid,retry-after,x-amz-retry-after,date";

    static final List<String> REQUESTS = List.of(
            RawConnection.head("POST", EMPTY, ALLOWED),
            RawConnection.head("POST", path("nothing"), ALLOWED),
            RawConnection.head("POST", path("case-throttled"), ALLOWED),
            RawConnection.head("POST", EMPTY, ALLOWED, "Content-Length: 196609"),
            RawConnection.head("POST", EMPTY, ALLOWED, "x-mock-fault: malformed"),
            RawConnection.head("GET", "/unknown", ALLOWED),
            RawConnection.head("GET", "/q/health", ALLOWED),
            RawConnection.head("GET", "/q/openapi", ALLOWED),
            RawConnection.head("GET", "/q/unknown", ALLOWED),
            RawConnection.head("GET", "/_mock/state", ALLOWED),
            RawConnection.head("GET", "/_mock/unknown", ALLOWED),
            RawConnection.head("GET", "/_mock/journal?limit=0", ALLOWED),
            RawConnection.head("OPTIONS", "*", ALLOWED),
            "POST " + EMPTY + " HTTP/1.1\r\n" + ALLOWED + "\r\n\r\n",
            RawConnection.head("POST", EMPTY, ALLOWED, "Transfer-Encoding: gzip"),
            RawConnection.head("POST", EMPTY + "?" + "q".repeat(33_000), ALLOWED),
            RawConnection.head("POST", EMPTY, ALLOWED, "X-Long: " + "h".repeat(66_000)),
            RawConnection.head("POST", EMPTY, ALLOWED, "Content-Length: 2"));

    private static PackagedMock mock;

    @BeforeAll
    static void start() {
        mock = PackagedMock.start(
                "-Dquarkus.http.cors.enabled=true",
                "-Dquarkus.http.cors.origins=https://allowed.example,/https://.*[.]pages[.]example/",
                "-Dquarkus.http.cors.methods=GET,POST,OPTIONS",
                "-Dcases.limits.read=1s");
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void mayReadTheNameOfAnErrorAndRetryAfter(String request) throws IOException {
        try (RawConnection http = new RawConnection(mock.endpoint())) {
            RawConnection.Response answer = http.send(request).readHead();

            assertThat(answer.header(ALLOW_ORIGIN)).hasSize(1).first().isIn("https://allowed.example", "*");
            assertThat(answer.header("access-control-expose-headers")).containsExactly(EXPOSED);
            assertThat(answer.header("vary")).containsExactly("origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://allowed.example", "https://a.pages.example", "http://localhost"})
    void maySendPreflightRequests(String origin) throws IOException {
        RawConnection.Response answer = preflight(origin);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header(ALLOW_ORIGIN)).containsExactly(origin);
        assertThat(answer.header("access-control-allow-headers")).containsExactly("authorization,x-amz-date");
        assertThat(answer.header("access-control-allow-methods").get(0)).contains("POST");
        assertThat(answer.header("vary")).containsExactly("origin");
        assertThat(answer.header("date")).hasSize(1);
        assertThat(answer.header(ErrorResponses.REQUEST_ID)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example",
                "http://allowed.example",
                "https://allowed.example:444",
                "https://allowed.example/",
                "http://localhost:1",
                "http://localhost/path",
                "https://pages.example",
                "http://",
                "http://[",
                "null",
                "*",
                "",
            })
    void learnWhatToSetWhereTheirOriginIsRefused(String origin) throws IOException {
        String message =
                "The origin '%s' may not call this mock: add it to quarkus.http.cors.origins".formatted(origin);

        for (String target : new String[] {EMPTY, "/unknown", "/q/health", "/_mock/state"}) {
            assertRefused(
                    RawConnection.exchange(mock, RawConnection.head("POST", target, "Origin: " + origin)), message);
        }
        assertRefused(preflight(origin), message);
    }

    @ParameterizedTest
    @CsvSource({"my_mock:8080", "localhost:80", "a b"})
    void learnItUnderAnyNameOfTheMock(String host) throws IOException {
        String head = "GET /q/health HTTP/1.1\r\nHost: %s\r\nOrigin: http://other.example\r\n\r\n";

        assertThat(RawConnection.exchange(mock, head.formatted(host)).status()).isIn(400, 403);
    }

    @Test
    void learnWhatToSetWhereTheirMethodIsRefused() throws IOException {
        assertRefused(
                RawConnection.exchange(mock, RawConnection.head("DELETE", "/_mock/behaviour", ALLOWED)),
                "The method DELETE may not be called from other origins: add it to quarkus.http.cors.methods");
    }

    @Test
    void areSeparatedByCachesInAnyOrder() throws IOException {
        RawConnection.Response answer = RawConnection.exchange(mock, RawConnection.post(EMPTY, "{}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("vary")).containsExactly("origin");
        assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
    }

    @Test
    void getNoCorsHeadersWhereTheyAreNotConfigured() throws IOException {
        RawConnection.Response answer = RawConnection.exchange(RawConnection.head("POST", EMPTY, ALLOWED));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKeys("vary", ALLOW_ORIGIN, "access-control-expose-headers");
    }

    private static RawConnection.Response preflight(String origin) throws IOException {
        return RawConnection.exchange(
                mock,
                RawConnection.head(
                        "OPTIONS",
                        EMPTY,
                        "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: authorization,x-amz-date"));
    }

    private static void assertRefused(RawConnection.Response answer, String message) {
        assertError(answer, 403, "AccessDeniedException", message);
        assertThat(answer.header("vary")).containsExactly("origin");
        assertThat(answer.header("date")).hasSize(1);
        assertThat(answer.header(ALLOW_ORIGIN)).isEmpty();
    }
}
