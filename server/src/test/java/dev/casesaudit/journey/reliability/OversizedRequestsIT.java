package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.reliability.GreedyConnection.EMPTY;
import static dev.casesaudit.journey.reliability.GreedyConnection.TWO_PAGES;
import static dev.casesaudit.journey.reliability.GreedyConnection.head;
import static dev.casesaudit.journey.reliability.GreedyConnection.post;
import static dev.casesaudit.journey.reliability.ImpatientMock.withBystander;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Few connections, and much on them. */
class OversizedRequestsIT {

    private static final byte[] PART = new byte[64 * 1024];
    // With TLS and the quick compiler only, ten would not always arrive in time.
    private static final int LARGE = Effort.of(2, 10) * 1024 * 1024;
    private static final String HEADER = "x-more: %s\r\n".formatted("m".repeat(1_000));

    @Test
    void refusesEndlessHeaders() throws IOException, InterruptedException, ExecutionException {
        withBystander("headers", endpoint -> {
            for (int i = 0; i < Effort.of(3, 100); i++) {
                try (GreedyConnection one = new GreedyConnection(endpoint)) {
                    one.send("POST %s HTTP/1.1\r\nHost: localhost\r\n".formatted(EMPTY));
                    while (!one.hasAnswer(1)) {
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
                try (GreedyConnection one = new GreedyConnection(endpoint)) {
                    one.send(
                            head("POST", EMPTY, isChunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LARGE));
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
            try (GreedyConnection one = new GreedyConnection(endpoint)) {
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
                        GreedyConnection.Answer answer = one.send(put).read();
                        assertThat(answer.status()).as(path).isEqualTo(400);
                        assertThat(answer.body()).startsWith("{");
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
        String last = head("POST", EMPTY, "Content-Length: 200000") + "x".repeat(200_000) + post(EMPTY, "{}");
        withBystander("pipelined", endpoint -> {
            try (GreedyConnection one = new GreedyConnection(endpoint)) {
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
    void answersWhatComesBeforeARequestThatIsNotHttp() throws IOException, InterruptedException, ExecutionException {
        withBystander("smuggled", endpoint -> {
            for (int i = 0; i < Effort.of(5, 200); i++) {
                try (GreedyConnection one = new GreedyConnection(endpoint)) {
                    one.send(post(EMPTY, "{}", "x-mock-fault: latency(10ms)")
                            + head("POST", EMPTY, "Content-Length: 6", "Transfer-Encoding: chunked")
                            + "0\r\n\r\n"
                            + post(EMPTY, "{}"));
                    assertThat(one.read().status()).isEqualTo(200);
                    assertRefused(one, 400, "SerializationException");
                }
            }
        });
    }

    @Test
    void takesNoMoreRequestsFromAClientThatReadsNoAnswers()
            throws IOException, InterruptedException, ExecutionException {
        byte[] many = post("/domains/contact-center/cases/case-every-shape/audit-history", "{}")
                .repeat(1_000)
                .getBytes(StandardCharsets.US_ASCII);
        withBystander("unread", endpoint -> {
            try (GreedyConnection one = new GreedyConnection(endpoint)) {
                assertThat(one.sendUntilRefused(many, Effort.of(200, 2_000)))
                        .as("megabytes of requests that were taken")
                        .isLessThan(Effort.of(200, 2_000));
            }
        });
    }

    private static void assertRefused(GreedyConnection one, int status, String error) throws IOException {
        GreedyConnection.Answer answer = one.read();
        assertRefusal(answer, status, error);
        assertThat(answer.header("connection")).isEqualTo("close");
        assertThat(one.isEnded()).isTrue();
    }

    private static void assertRefusal(GreedyConnection.Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("x-amzn-errortype")).isEqualTo(error);
        assertThat(answer.header("content-type")).isEqualTo("application/json");
    }
}
