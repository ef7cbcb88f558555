package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTest {

    private static final Limits LIMITS = new Limits(0, 20, Duration.ofSeconds(5), Duration.ofMinutes(1));

    @Test
    void sendsNoFurtherHeaders() throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            ask(server, Request.auditHistory("d", "c"));

            assertThat(headersOf(server)).allMatch(line -> line.matches("(?i)(host|content-length|connection): .*"));
        }
    }

    @Test
    void sendsHeadersUnchanged() throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            ask(
                    server,
                    Request.auditHistory("d", "c")
                            .json("{}")
                            .header("ACCEPT", "text/html")
                            .header("x-a", "1"));

            assertThat(headersOf(server)).contains("content-type: application/json", "ACCEPT: text/html", "x-a: 1");
        }
    }

    @Test
    void sendsABodyByteForByteWithoutFurtherHeaders() throws Exception {
        byte[] body = {'{', (byte) 0xff, (byte) 0xfe, '\f', '}'};
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            ask(server, Request.auditHistory("d", "c").body(Content.of(body)));

            assertThat(server.requests().get(0))
                    .endsWith("\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase("content-type");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/domains/a%2Fb/cases/%F0%9F%93%A6/audit-history",
                "/domains/a%2fb/cases/%63/audit-history/",
                "/domains/d/cases/c/audit-history?x=1&y=%20",
                "/domains/d/cases/../audit-history",
                "/domains/a;b=c/cases/c/audit-history"
            })
    void sendsATargetUnchanged(String target) throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            ask(server, Request.to("POST", target));
            ask(server, Request.to("POST", target).throughSocket());

            assertThat(server.requests()).allMatch(request -> request.startsWith("POST " + target + " HTTP/1.1\r\n"));
        }
    }

    @Test
    void sendsAnEmptyLabelThroughTheSocket() throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK)) {
            ask(server, Request.auditHistory("", "c").throughSocket());

            assertThat(server.requests().get(0)).startsWith("POST /domains//cases/c/audit-history HTTP/1.1\r\n");
        }
    }

    @Test
    void retriesA429ThreeTimesAtMost() throws Exception {
        String throttled = "HTTP/1.1 429 Slow\r\nretry-after: 0\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        try (RecordingServer server = new RecordingServer(throttled);
                RecordingServer soonReady = new RecordingServer(throttled, RecordingServer.OK)) {
            assertThat(ask(server, Request.auditHistory("d", "c")).response().status())
                    .isEqualTo(429);
            assertThat(server.requests()).hasSize(3);
            assertThat(ask(soonReady, Request.auditHistory("d", "c")).response().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void doesNotRetryWhereThrottlingIsLookedAt() throws Exception {
        String throttled = "HTTP/1.1 429 Slow\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        try (RecordingServer server = new RecordingServer(throttled)) {
            ask(server, Request.auditHistory("d", "c").notRetried());

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void undoesACompression() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"auditEvents\":[]}".getBytes(StandardCharsets.UTF_8));
        }
        try (RecordingServer server = new RecordingServer(List.of(gzipped(packed.toByteArray())))) {
            assertThat(ask(server, Request.auditHistory("d", "c"))
                            .response()
                            .body()
                            .text())
                    .isEqualTo("{\"auditEvents\":[]}");
            assertThat(ask(server, Request.auditHistory("d", "c").throughSocket())
                            .response()
                            .body()
                            .text())
                    .isEqualTo("{\"auditEvents\":[]}");
        }
    }

    @Test
    void readsAChunkedResponse() throws Exception {
        String chunked =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nconnection: close\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n";
        try (RecordingServer server = new RecordingServer(chunked)) {
            assertThat(ask(server, Request.auditHistory("d", "c"))
                            .response()
                            .body()
                            .text())
                    .isEqualTo("{}");
            assertThat(ask(server, Request.auditHistory("d", "c").throughSocket())
                            .response()
                            .body()
                            .text())
                    .isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "PUT", "DELETE"})
    void readsAFailureOfAnyMethod(String method) throws Exception {
        String failed = "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
        try (RecordingServer server = new RecordingServer(failed)) {
            Reply.Response response = ask(server, Request.to(method, "/")).response();

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.body().text()).isEqualTo("{}");
        }
    }

    @Test
    void aKeptConnectionThatWasClosedIsNoFinding() throws Exception {
        String kept = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
        try (RecordingServer server = new RecordingServer(kept);
                Probe probe = Probes.REST_ASSURED.to(server.endpoint(), Signer.NONE, LIMITS)) {
            // The server closes after each response, without a connection header.
            for (int i = 0; i < 5; i++) {
                assertThat(probe.send(Request.auditHistory("d", "c")).response().status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void doesNotFollowARedirect() throws Exception {
        String moved = "HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        try (RecordingServer server = new RecordingServer(moved)) {
            assertThat(ask(server, Request.to("GET", "/")).response().status()).isEqualTo(302);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', CLOSED",
        "'nonsense\r\n\r\n', UNREADABLE",
        "'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{', BROKEN",
    })
    void distinguishesOtherProtocolsFromSilence(String response, ProbeFailure.Kind kind) {
        try (RecordingServer server = new RecordingServer(response)) {
            for (Request request : both()) {
                assertThatThrownBy(() -> ask(server, request))
                        .isInstanceOfSatisfying(
                                ProbeFailure.NoResponse.class,
                                failure -> assertThat(failure.kind()).isEqualTo(kind));
            }
        }
    }

    @Test
    void reportsAClosedPort() throws Exception {
        RecordingServer gone = new RecordingServer(RecordingServer.OK);
        gone.close();

        for (Request request : both()) {
            assertThatThrownBy(() -> ask(gone, request))
                    .isInstanceOfSatisfying(
                            ProbeFailure.NoResponse.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.UNREACHABLE));
        }
    }

    @Test
    void stopsAtItsLimitOfRequests() throws Exception {
        try (RecordingServer server = new RecordingServer(RecordingServer.OK);
                Probe probe = Probes.REST_ASSURED.to(
                        server.endpoint(),
                        Signer.NONE,
                        new Limits(0, 2, Duration.ofSeconds(5), Duration.ofMinutes(1)))) {
            probe.send(Request.to("GET", "/1"));
            probe.send(Request.to("GET", "/2"));

            assertThatThrownBy(() -> probe.send(Request.to("GET", "/3")))
                    .isInstanceOf(ProbeFailure.LimitReached.class)
                    .hasMessageContaining("--max-requests");
            assertThat(probe.exchanges()).extracting(Exchange::number).containsExactly(1, 2);
        }
    }

    @Test
    void keepsToItsRate() throws Exception {
        Limits two = new Limits(20, 9, Duration.ofSeconds(5), Duration.ofMinutes(1));
        try (RecordingServer server = new RecordingServer(RecordingServer.OK);
                Probe probe = Probes.REST_ASSURED.to(server.endpoint(), Signer.NONE, two)) {
            long start = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                probe.send(Request.to("GET", "/"));
            }

            // At least four gaps of 50 ms. A slow machine only makes them longer.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(195));
        }
    }

    private static List<Request> both() {
        Request request = Request.auditHistory("d", "c");
        return List.of(request, request.throughSocket());
    }

    private static Exchange ask(RecordingServer server, Request request) throws ProbeFailure {
        try (Probe probe = Probes.REST_ASSURED.to(server.endpoint(), Signer.NONE, LIMITS)) {
            return probe.send(request);
        }
    }

    private static List<String> headersOf(RecordingServer server) {
        String head = server.requests().get(0).split("\r\n\r\n", 2)[0];
        return head.lines().skip(1).toList();
    }

    private static byte[] gzipped(byte[] body) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        String head = "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: " + body.length
                + "\r\nconnection: close\r\n\r\n";
        response.write(head.getBytes(StandardCharsets.ISO_8859_1));
        response.write(body);
        return response.toByteArray();
    }
}
