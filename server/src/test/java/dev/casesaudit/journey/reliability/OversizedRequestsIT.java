package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.OperationRequests.TWO_PAGES;
import static dev.casesaudit.journey.RawConnection.jsonHead;
import static dev.casesaudit.journey.RawConnection.post;
import static dev.casesaudit.journey.reliability.ImpatientMock.withBystander;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** Opens few connections, and sends much on them. */
class OversizedRequestsIT {

    private static final byte[] PART = new byte[64 * 1024];
    // With TLS and C1 only, ten would not always arrive in time.
    private static final int LARGE = Effort.of(2, 10) * 1024 * 1024;
    private static final String HEADER = "x-more: %s\r\n".formatted("m".repeat(1_000));

    @Test
    void refusesEndlessHeaders() throws IOException, InterruptedException, ExecutionException {
        withBystander("headers", endpoint -> {
            for (int i = 0; i < Effort.of(3, 100); i++) {
                try (RawConnection one = RawConnection.underLoad(endpoint)) {
                    one.send("POST %s HTTP/1.1\r\nHost: localhost\r\n".formatted(EMPTY));
                    while (!one.isReadable(1)) {
                        one.send(HEADER);
                    }
                    assertRefused(one, 431, "RequestHeaderFieldsTooLargeException");
                }
            }
        });
    }

    @Test
    void refusesLargeBodies() throws IOException, InterruptedException, ExecutionException {
        withBystander("bodies", endpoint -> {
            for (int i = 0; i < Effort.of(3, 100); i++) {
                boolean isChunked = i % 2 == 1;
                try (RawConnection one = RawConnection.underLoad(endpoint)) {
                    one.send(jsonHead(
                            "POST", EMPTY, isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LARGE));
                    for (int sent = 0; sent < LARGE; sent += PART.length) {
                        one.send(isChunked ? chunk(PART) : PART);
                    }
                    assertRefused(one, 413, "RequestEntityTooLargeException");
                }
            }
        });
    }

    private static byte[] chunk(byte[] part) {
        return ByteBuffer.allocate(part.length + 16)
                .put(String.format(Locale.ROOT, "%012x\r\n", part.length).getBytes(StandardCharsets.ISO_8859_1))
                .put(part)
                .put(new byte[] {'\r', '\n'})
                .array();
    }

    @Test
    void answersDeepJson() throws IOException, InterruptedException, ExecutionException {
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        String list = "[".repeat(10_000) + "]".repeat(10_000);
        withBystander("deep", endpoint -> {
            try (RawConnection one = RawConnection.underLoad(endpoint)) {
                for (int i = 0; i < Effort.of(5, 1_000); i++) {
                    assertRefusal(one.send(post(EMPTY, deep)).read(), 400, "SerializationException");
                    assertRefusal(one.send(post(EMPTY, list)).read(), 400, "SerializationException");
                    assertRefusal(
                            one.send(post(EMPTY, "{\"nextToken\":%s}".formatted(list)))
                                    .read(),
                            400,
                            "SerializationException");
                    for (String path : new String[] {"world", "behaviour", "domains/d/cases/c"}) {
                        String put = post("/_mock/" + path, deep).replaceFirst("POST", "PUT");
                        RawConnection.Response answer = one.send(put).read();
                        assertThat(answer.status()).as(path).isEqualTo(400);
                        assertThat(answer.text()).startsWith("{");
                    }
                }
            }
        });
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException, InterruptedException, ExecutionException {
        String some = post(EMPTY, "{}")
                + post(EMPTY, "{}", "x-mock-fault: latency(50ms)")
                + post("/unknown", "{}")
                + post(TWO_PAGES, "{\"maxResults\":1}")
                + post(EMPTY, "{}", "x-mock-fault: latency(20ms) + Throttling")
                + post(EMPTY, "nope")
                + "GET /_mock/state HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + post(EMPTY, "{\"maxResults\":0}");
        int times = Effort.of(5, 100);
        String last = jsonHead("POST", EMPTY, "Content-Length: 200000") + "x".repeat(200_000) + post(EMPTY, "{}");
        withBystander("pipelined", endpoint -> {
            try (RawConnection one = RawConnection.underLoad(endpoint)) {
                one.send(some.repeat(times) + last);
                for (int i = 0; i < times; i++) {
                    for (int status : new int[] {200, 200, 404, 200, 429, 400, 200, 400}) {
                        assertThat(one.read().status()).isEqualTo(status);
                    }
                }
                assertRefused(one, 413, "RequestEntityTooLargeException");
            }
        });
    }

    @Test
    void respondsToWhatPrecedesInvalidHttp() throws IOException, InterruptedException, ExecutionException {
        withBystander("smuggled", endpoint -> {
            for (int i = 0; i < Effort.of(5, 200); i++) {
                try (RawConnection one = RawConnection.underLoad(endpoint)) {
                    one.send(post(EMPTY, "{}", "x-mock-fault: latency(10ms)")
                            + jsonHead("POST", EMPTY, "Content-Length: 6", "Transfer-Encoding: chunked")
                            + "0\r\n\r\n"
                            + post(EMPTY, "{}"));
                    assertThat(one.read().status()).isEqualTo(200);
                    assertRefused(one, 400, "SerializationException");
                }
            }
        });
    }

    @Test
    void acceptsNoMoreRequestsFromAClientThatReadsNoResponses()
            throws IOException, InterruptedException, ExecutionException {
        byte[] many = post("/domains/contact-center/cases/case-every-shape/audit-history", "{}")
                .repeat(1_000)
                .getBytes(StandardCharsets.US_ASCII);
        withBystander("unread", endpoint -> {
            try (RawConnection one = RawConnection.underLoad(endpoint)) {
                assertThat(sendUntilRefused(one, many, Effort.of(200, 2_000)))
                        .as("megabytes of requests that were taken")
                        .isLessThan(Effort.of(200, 2_000));
            }
        });
    }

    /** Sends the same bytes again and again, reads nothing, and returns how many megabytes were taken. */
    private static int sendUntilRefused(RawConnection one, byte[] bytes, int mostMegabytes) throws IOException {
        long sent = 0;
        while (sent >> 20 < mostMegabytes) {
            try {
                one.send(bytes);
            } catch (SocketException | SSLException ended) {
                break;
            }
            sent += bytes.length;
        }
        return (int) (sent >> 20);
    }

    private static void assertRefused(RawConnection one, int status, String error) throws IOException {
        RawConnection.Response answer = one.read();
        assertRefusal(answer, status, error);
        assertThat(answer.value("connection")).isEqualTo("close");
        assertThat(one.isClosedCleanly()).isTrue();
    }

    private static void assertRefusal(RawConnection.Response answer, int status, String error) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.value("x-amzn-errortype")).isEqualTo(error);
        assertThat(answer.value("content-type")).isEqualTo("application/json");
    }
}
