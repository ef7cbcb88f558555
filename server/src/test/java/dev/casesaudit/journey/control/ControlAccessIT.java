package dev.casesaudit.journey.control;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the control API, with and without a token. */
class ControlAccessIT {

    private static final List<String> CONTROLLED =
            List.of("/_mock/state", "/_mock/world", "/_mock/journal", "/_mock/openapi", "/_mock", "/q/swagger-ui/");
    private static final List<String> OPEN = List.of("/", "/q/health", "/q/openapi");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:9",
                "LOCALHOST",
                "localhost.",
                "mock.localhost:8080",
                "127.0.0.1",
                "127.0.0.1:8080",
                "192.168.1.20:8080",
                "[::1]",
                "[::1]:8080"
            })
    void acceptsRequestsForSafeHostsWithoutAToken(String host) throws IOException {
        for (String path : CONTROLLED) {
            assertThat(get(PackagedMock.shared(), path, host).status()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "my_mock:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "notlocalhost",
                "evil.example.:8080",
                "[::1].evil.example",
                "256.0.0.1",
                "0x7f000001",
                "evil.example, localhost",
                "localhost@evil.example"
            })
    void refusesRequestsForOtherHostsWithoutATokenAndSaysWhatToSet(String host) throws IOException {
        for (String path : CONTROLLED) {
            RawConnection.Response answer = get(PackagedMock.shared(), path, host);
            // A value that is no host at all is invalid HTTP.
            assertThat(answer.status()).as(path).isIn(403, 400);
            if (answer.status() == 403) {
                assertThat(answer.header("x-amzn-errortype")).containsExactly("AccessDeniedException");
                assertThat(answer.text())
                        .contains("cases.control.token", "cases.control.hosts")
                        .doesNotContain("domains");
            }
        }
    }

    @Test
    void refusesRequestsWithoutAHostWithoutAToken() throws IOException {
        assertThat(RawConnection.exchange("GET /_mock/state HTTP/1.0\r\n\r\n").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"my_mock:8080", "mock:8080", "cases.us-east-1.amazonaws.com", "127.0.0.1", "evil.example"})
    void theOperationAndItsDocumentsAnswerAnyHost(String host) throws IOException {
        for (String path : OPEN) {
            assertThat(get(PackagedMock.shared(), path, host).status()).as(path).isEqualTo(200);
        }
        String request =
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(RawConnection.exchange(request.formatted(EMPTY, host)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:3000",
                "Origin: https://localhost",
                "Origin: http://localhost.evil.example",
                "Origin: ",
                "Origin: http://localhost\r\nOrigin: https://evil.example",
                "Sec-Fetch-Site: cross-site"
            })
    void refusesRequestsOfOtherOriginsWithoutAToken(String headers) throws IOException {
        for (String method : new String[] {"GET", "PUT", "POST", "DELETE"}) {
            assertRefusedAsForeign(RawConnection.exchange(RawConnection.head(method, "/_mock/state", headers)));
        }
        assertRefusedAsForeign(RawConnection.exchange(RawConnection.head(
                "POST", "/_mock/domains/d/cases/c/events", headers, "Content-Type: text/plain", "Content-Length: 0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://localhost", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none"})
    void acceptsRequestsOfItsOwnPageWithoutAToken(String header) throws IOException {
        assertThat(RawConnection.exchange(RawConnection.head("GET", "/_mock/state", header))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void linksOfOtherSitesLeadToThePageButCannotFrameIt() throws IOException {
        RawConnection.Response page =
                RawConnection.exchange(RawConnection.head("GET", "/q/swagger-ui/", "Sec-Fetch-Site: cross-site"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("x-frame-options")).containsExactly("DENY");
    }

    @Test
    void acceptsRequestsForConfiguredHostsAndWarnsThatOthersCanConnect() throws IOException {
        try (PackagedMock mock =
                PackagedMock.start("-Dcases.control.hosts=my_mock, Mock.Example", "-Dquarkus.http.host=0.0.0.0")) {
            for (String host : List.of("my_mock:8080", "mock.example", "MOCK.example:80", "localhost")) {
                assertThat(get(mock, "/_mock/state", host).status()).as(host).isEqualTo(200);
            }
            assertThat(get(mock, "/_mock/state", "other.example").status()).isEqualTo(403);
            assertWarned(mock);
        }
    }

    @Test
    void acceptsRequestsForAnyHostWithTheToken() throws IOException {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.token=pa$${ss\\}", "-Dcases.auth.mode=required")) {
            String request = "GET /_mock/state HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer %s\r\n\r\n";

            assertThat(RawConnection.exchange(mock, String.format(Locale.ROOT, request, "pa$${ss\\}"))
                            .status())
                    .isEqualTo(200);
            assertThat(RawConnection.exchange(mock, String.format(Locale.ROOT, request, "pa$ss"))
                            .status())
                    .isEqualTo(401);
            assertThat(get(mock, "/_mock/state", "localhost").status()).isEqualTo(401);
            assertThat(mock.log()).doesNotContain("has no token");
        }
    }

    @Test
    void warnsWhereItIsOpenAndSignaturesAreRequiredOrOthersCanConnect() {
        for (String option : List.of("-Dcases.auth.mode=required", "--host=::")) {
            try (PackagedMock mock = PackagedMock.start(option)) {
                assertWarned(mock);
            }
        }
        assertThat(PackagedMock.shared().log())
                .contains("Listening on: http://localhost:")
                .doesNotContain("has no token");
    }

    private static void assertWarned(PackagedMock mock) {
        assertThat(mock.log()).contains("The control API has no token", "cases.control.token");
    }

    private static void assertRefusedAsForeign(RawConnection.Response answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("x-amzn-errortype")).containsExactly("AccessDeniedException");
        assertThat(answer.text()).contains("cases.control.token", "quarkus.http.cors.origins");
    }

    private static RawConnection.Response get(PackagedMock mock, String path, String host) throws IOException {
        return RawConnection.exchange(mock, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, host));
    }
}
