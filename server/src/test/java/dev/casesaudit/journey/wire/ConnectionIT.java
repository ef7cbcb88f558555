package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.ErrorResponses;
import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionIT extends OnConnections {

    private static final String PAGE = "{\"auditEvents\":[]}";
    private static final String EXPECTING = RawConnection.head(
            "POST", EMPTY, "Content-Type: application/json", "Content-Length: 2", "Expect: 100-continue");

    @Test
    void asksOnceForABodyThatWaits() throws IOException {
        try (RawConnection http = connect()) {
            assertThat(http.send(EXPECTING).readHead().status()).isEqualTo(100);
            assertThat(http.send("{}").read().text()).isEqualTo(PAGE);
            // The next response follows immediately.
            assertThat(http.send(RawConnection.post(EMPTY, "{}")).read().text()).isEqualTo(PAGE);
        }
    }

    @Test
    void asksOnceForABodyThatDoesNotWait() throws IOException {
        try (RawConnection http = connect()) {
            http.send(EXPECTING + "{}");

            assertThat(http.readHead().status()).isEqualTo(100);
            assertThat(http.read().text()).isEqualTo(PAGE);
            assertThat(http.send(RawConnection.post(EMPTY, "{}")).read().text()).isEqualTo(PAGE);
        }
    }

    @Test
    void doesNotAskForABodyThatItWillNotUse() throws IOException {
        String request = RawConnection.head("POST", "/unknown", "Content-Length: 2", "Expect: 100-continue");

        assertError(exchange(request), 404, "UnknownOperationException", "No operation answers POST /unknown");
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        try (RawConnection http = connect()) {
            http.send(RawConnection.post(EMPTY, "{}")
                    + RawConnection.post(path("case-throttled"), "{}")
                    + RawConnection.post("/unknown", "{\"maxResults\":1}")
                    + RawConnection.post(EMPTY, "{\"maxResults\":0}")
                    + RawConnection.post(EMPTY, "nope")
                    + RawConnection.head("GET", EMPTY)
                    + RawConnection.post(path("%FF"), "{}")
                    + RawConnection.post(path("case-denied"), "")
                    + RawConnection.post(EMPTY, "{}"));

            Set<String> requestIds = new HashSet<>();
            for (int status : new int[] {200, 429, 404, 400, 400, 404, 400, 403, 200}) {
                RawConnection.Response answer = http.read();
                assertThat(answer.status()).isEqualTo(status);
                requestIds.addAll(answer.header(ErrorResponses.REQUEST_ID));
            }
            assertThat(requestIds).hasSize(9);
        }
    }

    @Test
    void answersAnEarlierRequestBeforeItRefusesWhatFollows() throws IOException {
        try (RawConnection http = connect()) {
            http.send(RawConnection.post(EMPTY, "{}")).send("hello\r\n\r\n");

            assertThat(http.read().text()).isEqualTo(PAGE);
            assertThat(http.read().status()).isEqualTo(400);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void closesWhenTheClientAsksForIt() throws IOException {
        try (RawConnection http = connect()) {
            http.send(RawConnection.head("POST", EMPTY, "Connection: close"));

            assertThat(http.read().text()).isEqualTo(PAGE);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void staysWithHttp1WhenOfferedAnotherProtocol() throws IOException {
        RawConnection.Response answer = exchange(RawConnection.head(
                "POST",
                EMPTY,
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(PAGE);
    }
}
