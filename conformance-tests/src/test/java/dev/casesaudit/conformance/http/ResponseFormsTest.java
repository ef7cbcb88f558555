package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both transports read all forms of HTTP/1.1 responses equally. */
class ResponseFormsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final String PROCESSING = "HTTP/1.1 102 Processing\r\n\r\n";
    private static final String HINTS = "HTTP/1.1 103 Early Hints\r\nlink: </a>;\r\n rel=preload\r\nlink: </b>\r\n\r\n";
    private static final Limits LIMITS = new Limits(0, 20, Duration.ofSeconds(5), Duration.ofMinutes(1));

    static Stream<Arguments> legal() {
        return Stream.of(
                response("a length", OK + "content-length: 2\r\n\r\n{}"),
                response(
                        "103 before it",
                        "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n" + OK + "content-length: 2\r\n\r\n{}"),
                response(
                        "several interim responses",
                        (CONTINUE + PROCESSING + HINTS).repeat(50) + OK + "content-length: 2\r\n\r\n{}"),
                response("until it closes", OK + "\r\n{}"),
                response("HTTP/1.0 until it closes", "HTTP/1.0 200 OK\r\n\r\n{}"),
                response("HTTP/1.0 with a length", "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
                response("chunks", OK + "transfer-encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"),
                response("chunks in capitals", OK + "TRANSFER-ENCODING: Chunked\r\n\r\n0002\r\n{}\r\n000\r\n\r\n"),
                response(
                        "chunk extensions",
                        OK + "transfer-encoding: chunked\r\n\r\n1;a=b;c=\"d e\"\r\n{\r\n1 ;x\r\n}\r\n0;last\r\n\r\n"),
                response(
                        "trailers",
                        OK
                                + "transfer-encoding: chunked\r\ntrailer: x-sum\r\n\r\n2\r\n{}\r\n0\r\nx-sum: 1\r\nx-more: 2\r\n\r\n"),
                response("no line after the last chunk", OK + "transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"),
                response(
                        "a length of another time",
                        OK + "transfer-encoding: chunked\r\ncontent-length: 9\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
                response("line ends of LF", "HTTP/1.1 200 OK\ncontent-length: 2\nx-a: b\n\n{}"),
                response("chunks with line ends of LF", "HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\n2\n{}\n0\n\n"),
                response("folded headers", OK + "x-a: one\r\n two\r\n\tthree\r\ncontent-length: 2\r\n\r\n{}"),
                response("odd spaces", OK + "x-a:b\r\nx-b: \t c \t\r\nx-c:\r\ncontent-length:2\r\n\r\n{}"),
                response("one length, twice", OK + "content-length: 2\r\nContent-Length: 2\r\n\r\n{}"),
                response("one length, as a list", OK + "content-length: 2, 2\r\n\r\n{}"),
                response("no reason", "HTTP/1.1 200 \r\ncontent-length: 2\r\n\r\n{}"),
                response("no space after the status", "HTTP/1.1 200\r\ncontent-length: 2\r\n\r\n{}"),
                response(
                        "a reason in another language",
                        "HTTP/1.1 404 Nicht gef\u00fcnden\r\ncontent-length: 2\r\n\r\n{}"),
                response("an empty line before it", "\r\n" + OK + "content-length: 2\r\n\r\n{}"),
                response("204", "HTTP/1.1 204 No Content\r\n\r\n"),
                response("204 that tells of a length", "HTTP/1.1 204 No Content\r\ncontent-length: 9\r\n\r\n"),
                response("304 that tells of a length", "HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n"),
                response("an empty body", OK + "content-length: 0\r\n\r\n"),
                response("no chunk", OK + "transfer-encoding: chunked\r\n\r\n0\r\n\r\n"),
                response("bytes after it", OK + "content-length: 2\r\n\r\n{}HTTP/1.1 500 Late\r\n\r\n"),
                response("long headers", OK + "x-a: " + "a".repeat(70_000) + "\r\ncontent-length: 2\r\n\r\n{}"),
                response("many headers", OK + "x-a: b\r\n".repeat(2_000) + "content-length: 2\r\n\r\n{}"),
                coded("content-encoding: gzip", gzip("{}")),
                coded("content-encoding: x-gzip", gzip("{}")),
                coded("Content-Encoding: GZIP", gzip("{}")),
                coded("content-encoding: deflate", deflate("{}", false)),
                coded("content-encoding: deflate", deflate("{}", true)),
                coded("content-encoding: identity", bytes("{}")),
                coded("content-encoding: gzip, gzip", gzip(gzip("{}"))),
                coded("content-encoding: deflate\r\ncontent-encoding: gzip", gzip(deflate("{}", false))),
                coded("content-encoding: gzip", joined(gzip("{"), joined(gzip(""), gzip("}")))),
                coded("content-encoding: gzip", joined(gzip("{}"), bytes("no member"))),
                coded("content-encoding: gzip", joined(gzip("{}"), bytes("\0"))),
                coded("content-encoding: gzip", new byte[0]),
                chunked("transfer-encoding: gzip, chunked", gzip("{}")),
                chunked("transfer-encoding: gzip\r\ntransfer-encoding: chunked", gzip("{}")),
                chunked("content-encoding: gzip\r\ntransfer-encoding: chunked", gzip("{}")),
                Arguments.of("until it closes, in gzip", joined(OK + "content-encoding: gzip\r\n\r\n", gzip("{}"))),
                Arguments.of("a transfer in gzip", joined(OK + "transfer-encoding: gzip\r\n\r\n", gzip("{}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("legal")
    void bothTransportsReadTheSame(String name, byte[] response) throws Exception {
        for (String pieces : List.of("one piece", "single bytes")) {
            boolean slowly = pieces.equals("single bytes") && response.length < 2_000;
            try (RecordingServer server = new RecordingServer(List.of(response)).slowly(slowly)) {
                Reply.Response byRestAssured = ask(server, post());
                Reply.Response bySocket = ask(server, post().throughSocket());

                assertThat(bySocket)
                        .usingRecursiveComparison()
                        .withEqualsForType(Content::equals, Content.class)
                        .ignoringFields("took")
                        .isEqualTo(byRestAssured);
                assertThat(bySocket.body().text()).isIn("{}", "");
                assertThat(bySocket.body().isEmpty())
                        .isEqualTo(name.matches("(204|304|an empty body|no chunk).*|.* \\[0]"));
            }
        }
    }

    @Test
    void aResponseToHeadHasNoBodyForAnyHeaders() throws Exception {
        for (String length : List.of("content-length: 9", "transfer-encoding: chunked")) {
            try (RecordingServer server = new RecordingServer(OK + length + "\r\n\r\n")) {
                Request head = Request.to("HEAD", "/");

                assertThat(ask(server, head).body()).isEqualTo(Content.NONE);
                assertThat(ask(server, head.throughSocket()).body()).isEqualTo(Content.NONE);
            }
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                response(
                        "fewer bytes than its length",
                        OK + "content-length: 9\r\n\r\n{",
                        "the connection was closed after 1 of 9 bytes"),
                response("no chunk at all", OK + "transfer-encoding: chunked\r\n\r\n", "chunk"),
                response("no last chunk", OK + "transfer-encoding: chunked\r\n\r\n1\r\n{\r\n", "chunk"),
                response("half a chunk", OK + "transfer-encoding: chunked\r\n\r\n9\r\n{", "after 1 of 9 bytes|chunk"),
                response(
                        "a chunk longer than its size",
                        OK + "transfer-encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
                        "chunk"),
                response(
                        "a chunk size that is none",
                        OK + "transfer-encoding: chunked\r\n\r\nx\r\n{}\r\n0\r\n\r\n",
                        "chunk"),
                response("two lengths", OK + "content-length: 2\r\ncontent-length: 3\r\n\r\n{}", "'2' and '3'"),
                response("two lengths, as a list", OK + "content-length: 2, 3\r\n\r\n{}", "'2' and '3'"),
                response("a length that is none", OK + "content-length: two\r\n\r\n{}", "'two'"),
                response("a negative length", OK + "content-length: -2\r\n\r\n{}", "'-2'"),
                response("a header without a colon", OK + "nonsense\r\n\r\n{}", ""),
                response("a header without a name", OK + ": nonsense\r\n\r\n{}", ""),
                response("an end within its headers", OK + "x-a: b\r\n", ""),
                response("only an interim response", "HTTP/1.1 103 Early Hints\r\n\r\n", ""),
                response(
                        "a coding that is none", OK + "content-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}", "gzip"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenResponseIsNotSilence(String name, byte[] response, String reason) {
        try (RecordingServer server = new RecordingServer(List.of(response))) {
            for (Request request : List.of(post(), post().throughSocket())) {
                assertThatThrownBy(() -> ask(server, request))
                        .isInstanceOfSatisfying(ProbeFailure.NoResponse.class, failure -> {
                            assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.BROKEN);
                            assertThat(failure.getMessage()).containsPattern(reason);
                        });
            }
        }
    }

    @Test
    void whatIsNotHttp1IsNamed() {
        assertNotHttp1("\0\0\22\4\0\0\0\0\0\0\3\0\0\0\u0080\0\4\0\1\0\0", "HTTP/2");
        assertNotHttp1("\25\3\3\0\2\2\n", "https");
        assertNotHttp1("SSH-2.0-OpenSSH_9.6\r\n", "status line");
        assertNotHttp1("HTTP/2 200\r\n\r\n", "status line");
    }

    // The connection stays open, so that only the response itself ends the reading.
    private static void assertNotHttp1(String words, String reason) {
        try (RecordingServer server = new RecordingServer(words).leftOpen()) {
            for (Request request : List.of(post(), post().throughSocket())) {
                assertThatThrownBy(() -> ask(server, request))
                        .isInstanceOfSatisfying(
                                ProbeFailure.NoResponse.class,
                                failure -> assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.UNREADABLE))
                        .hasMessageContaining(reason);
            }
        }
    }

    @Test
    void anEndlessResponseIsBrokenAtTheTimeout() {
        Limits impatient = new Limits(0, 20, Duration.ofMillis(300), Duration.ofMinutes(1));
        for (String response :
                List.of(OK + "content-length: 9\r\n\r\n{", OK + "\r\n{}", OK + "transfer-encoding: chunked\r\n\r\n")) {
            try (RecordingServer server = new RecordingServer(response).leftOpen()) {
                for (Request request : List.of(post(), post().throughSocket())) {
                    long start = System.nanoTime();
                    assertThatThrownBy(() -> ask(server, request, impatient))
                            .isInstanceOfSatisfying(
                                    ProbeFailure.NoResponse.class,
                                    failure -> assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.BROKEN));
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
                }
            }
        }
    }

    @Test
    void aSlowResponseHasNoMoreTimeThanAnother() {
        Limits impatient = new Limits(0, 20, Duration.ofMillis(300), Duration.ofMinutes(1));
        String endless = OK + "x-a: " + "a".repeat(100_000);
        try (RecordingServer server = new RecordingServer(endless).slowly(true)) {
            for (Request request : List.of(post(), post().throughSocket())) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> ask(server, request, impatient)).isInstanceOf(ProbeFailure.NoResponse.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            }
        }
    }

    private static Request post() {
        return Request.auditHistory("d", "c");
    }

    private static Reply.Response ask(RecordingServer server, Request request) throws ProbeFailure {
        return ask(server, request, LIMITS);
    }

    private static Reply.Response ask(RecordingServer server, Request request, Limits limits) throws ProbeFailure {
        try (Probe probe = Probes.REST_ASSURED.to(server.endpoint(), Signer.NONE, limits)) {
            return probe.send(request).response();
        }
    }

    private static Arguments response(String name, String response) {
        return Arguments.of(name, bytes(response));
    }

    private static Arguments response(String name, String response, String reason) {
        return Arguments.of(name, bytes(response), reason);
    }

    private static Arguments coded(String headers, byte[] body) {
        String head = "%s%s\r\ncontent-length: %s\r\n\r\n".formatted(OK, headers, body.length);
        return Arguments.of("%s [%s]".formatted(headers.replace("\r\n", "; "), body.length), joined(head, body));
    }

    private static Arguments chunked(String headers, byte[] body) {
        String head = "%s%s\r\n\r\n%s\r\n".formatted(OK, headers, Integer.toHexString(body.length));
        return Arguments.of(headers.replace("\r\n", "; "), joined(head, joined(body, bytes("\r\n0\r\n\r\n"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(String head, byte[] body) {
        return joined(bytes(head), body);
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] gzip(String text) {
        return gzip(bytes(text));
    }

    private static byte[] gzip(byte[] body) {
        return packed(body, GZIPOutputStream::new);
    }

    private static byte[] deflate(String text, boolean raw) {
        return packed(
                bytes(text), out -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, raw)));
    }

    private interface Packing {
        OutputStream into(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] body, Packing packing) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.into(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
