package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidHttpIT extends OnConnections {

    private static final String JSON = "Content-Type: application/json";
    private static final String OTHER_VERSION =
            "The request is not well-formed HTTP: this endpoint speaks HTTP/1.1, got ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "POST\r\n\r\n",
                "POST /\r\n\r\n",
                "POST / HTTP\r\n\r\n",
                "POST / HTTP/1.1 more\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n",
            })
    void refusesAnInvalidRequestLine(String request) throws IOException {
        assertRefused(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/0.9",
                "HTTP/1.10",
                "HTTP/2",
                "HTTP/2.0",
                "HTTP/3",
                "HTTP/3.0",
                "FTP/1.1",
                "RTSP/1.0",
                "SIP/2.0"
            })
    void refusesAnotherProtocolAndNamesItsOwn(String version) throws IOException {
        assertRefused("GET / " + version + "\r\nHost: localhost\r\n\r\n", OTHER_VERSION + version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/1.9"})
    void readsAHigherMinorVersionAsTheHighestThatItKnows(String version) throws IOException {
        String request = "POST " + EMPTY + " " + version + "\r\nHost: localhost\r\n" + JSON + "\r\n";
        try (RawConnection http = connect()) {
            for (int i = 0; i < 2; i++) {
                RawConnection.Response answer =
                        http.send(request + "Content-Length: 2\r\n\r\n{}").read();

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("connection")).isEmpty();
            }
        }
        assertRefused(request + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        assertThat(exchange("POST " + EMPTY + " " + version + "\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesHttp2WithPriorKnowledge() throws IOException {
        // The preface of HTTP/2, with an empty settings frame.
        assertRefused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", OTHER_VERSION + "HTTP/2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name", "Na me: value", "Name : value", "Name: va\u0000lue"})
    void refusesAMalformedHeader(String header) throws IOException {
        assertRefused(RawConnection.head("POST", EMPTY, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+2", "0x2", "two", "2, 3", "99999999999999999999", "2\r\nContent-Length: 3"})
    void refusesAnInvalidLength(String length) throws IOException {
        assertRefused(RawConnection.head("POST", EMPTY, JSON, "Content-Length: " + length) + "{}");
    }

    @Test
    void refusesALengthBesideChunks() throws IOException {
        assertRefused(RawConnection.head("POST", EMPTY, JSON, "Content-Length: 2", "Transfer-Encoding: chunked")
                + "2\r\n{}\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "chunked, gzip", "gzip, chunked", "xchunked"})
    void refusesATransferEncodingThatItDoesNotRead(String encoding) throws IOException {
        assertRefused(RawConnection.head("POST", EMPTY, JSON, "Transfer-Encoding: " + encoding));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\n{}\r\n0\r\n\r\n", "1\r\n{}\r\n0\r\n\r\n", "-2\r\n{}\r\n0\r\n\r\n", "\r\n{}\r\n0\r\n\r\n"})
    void refusesABadChunk(String chunks) throws IOException {
        assertRefused(RawConnection.head("POST", EMPTY, JSON, "Transfer-Encoding: chunked") + chunks);
    }

    @Test
    void refusesARequestWithoutHost() throws IOException {
        assertError(
                exchange("POST " + EMPTY + " HTTP/1.1\r\nContent-Length: 0\r\n\r\n"),
                400,
                "SerializationException",
                "The request is not well-formed HTTP");
    }

    @Test
    void refusesTwoHosts() throws IOException {
        assertRefused(RawConnection.head("POST", EMPTY, "Host: elsewhere.example"));
    }

    private void assertRefused(String request) throws IOException {
        assertRefused(request, "The request is not well-formed HTTP");
    }

    private void assertRefused(String request, String message) throws IOException {
        assertRefused(request, 400, "SerializationException", message);
    }
}
