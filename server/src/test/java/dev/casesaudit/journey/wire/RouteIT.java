package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a socket: a client mends paths, and looks at methods. */
class RouteIT {

    private static final String PAGE = "{\"auditEvents\":[]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "?",
                "?maxResults=26",
                "/?nextToken=x&nextToken=y",
                "?%F0%9F%98%80",
                "?discount=5%",
                "?a={b}|c",
                "?a[]=%#b#"
            })
    void ignoresATrailingSlashAndAQueryString(String suffix) throws IOException {
        RawConnection.Response answer = RawConnection.exchange(RawConnection.post(EMPTY + suffix, "{}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://elsewhere.example:81", "https://elsewhere.example"})
    void readsATargetInAbsoluteForm(String origin) throws IOException {
        RawConnection.Response answer = RawConnection.exchange(RawConnection.post(origin + EMPTY, "{}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/domains/contact-center/cases/case-empty/audit-histor",
                "/domains/contact-center/cases/case-empty/audit-history/more",
                "/domains/contact-center/cases/case-empty/audit-history//",
                "//domains/contact-center/cases/case-empty/audit-history",
                "/domains/contact-center/cases/case/empty/audit-history",
                "/Domains/contact-center/cases/case-empty/audit-history",
                "/x/../domains/contact-center/cases/case-empty/audit-history",
                "/domains;x=y/contact-center/cases/case-empty/audit-history",
                "/domains/contact-center/cases/case-empty/audit-history;x=y",
                "/qq",
                "/q/../domains/contact-center/cases/case-empty/audit-history",
                "/q/%2e%2e/domains/contact-center/cases/case-empty/audit-history",
            })
    void knowsNoOtherRoute(String target) throws IOException {
        assertError(
                RawConnection.exchange(RawConnection.post(target, "{}")),
                404,
                "UnknownOperationException",
                "No operation answers POST " + target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post"})
    void knowsNoOtherMethod(String method) throws IOException {
        assertError(
                RawConnection.exchange(RawConnection.head(method, EMPTY)),
                404,
                "UnknownOperationException",
                "No operation answers %s %s".formatted(method, EMPTY));
    }

    @Test
    void namesTheErrorOfAHeadRequestInItsHeaders() throws IOException {
        try (RawConnection http = RawConnection.toSharedMock()) {
            RawConnection.Response answer =
                    http.send(RawConnection.head("HEAD", EMPTY)).readHead();

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header(ErrorResponses.TYPE)).containsExactly("UnknownOperationException");
            assertThat(answer.header("content-type")).containsExactly("application/json");
            assertThat(answer.header(ErrorResponses.REQUEST_ID)).hasSize(1);
            // If there were a body, the next read would find it.
            assertThat(http.send(RawConnection.post(EMPTY, "{}")).read().text()).isEqualTo(PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS *", "CONNECT localhost:443", "POST domains/contact-center"})
    void respondsToATargetThatIsNoPathWithTheUsualError(String methodAndTarget) throws IOException {
        assertError(
                RawConnection.exchange(methodAndTarget + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                404,
                "UnknownOperationException",
                "No operation answers this method and path");
    }
}
