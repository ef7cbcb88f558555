package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A response beyond a limit is broken, and takes no more memory and time than allowed. */
@Execution(ExecutionMode.CONCURRENT)
class ResponseLimitsTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "transfer-encoding: chunked\r\n\r\n";
    // Longer than a busy machine needs to reach any other limit.
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Limits LIMITS = new Limits(0, 20, TIMEOUT, Duration.ofMinutes(1));

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("headers", OK, "x-a: b\r\n".repeat(1_000), "headers"),
                Arguments.of("a header", OK + "x-a: ", "b".repeat(10_000), "line of more than"),
                Arguments.of("a folded header", OK + "x-a: b\r\n", " c\r\n".repeat(1_000), "headers"),
                Arguments.of("a reason", "HTTP/1.1 200 ", "a".repeat(10_000), "status line"),
                Arguments.of("interim responses", "", "HTTP/1.1 102 Wait\r\n\r\n".repeat(100), "interim responses"),
                Arguments.of("a body without a length", OK + "\r\n", "a".repeat(65_536), "body is larger"),
                Arguments.of("chunks", CHUNKED, "10000\r\n" + "a".repeat(65_536) + "\r\n", "body is larger"),
                Arguments.of("a chunk's size", CHUNKED, "1".repeat(10_000), "line of more than"),
                Arguments.of("trailers", CHUNKED + "2\r\n{}\r\n0\r\n", "x-a: b\r\n".repeat(1_000), "headers"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void whatDoesNotEndIsBrokenAsSoonAsItIsTooLarge(String name, String beginning, String rest, String problem) {
        try (EndlessServer server = new EndlessServer(beginning, rest)) {
            for (Request request : List.of(post(), post().throughSocket())) {
                assertThatThrownBy(() -> ask(server.endpoint(), request, LIMITS))
                        .isInstanceOfSatisfying(ProbeFailure.NoResponse.class, failure -> {
                            assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.BROKEN);
                            assertThat(failure.getMessage()).contains(problem);
                            assertThat(((Reply.Silence) failure.exchange().reply())
                                            .received()
                                            .text())
                                    .startsWith("HTTP/1.1 ")
                                    .hasSizeLessThan(1_000);
                        });
            }
        }
    }

    static Stream<Arguments> tooLarge() {
        String deep = "[".repeat(600) + "]".repeat(600);
        return Stream.of(
                Arguments.of("a body", "body", body("", "a".repeat(101)), "its body is larger than 100 bytes"),
                Arguments.of("a length", "body", bytes(OK + "content-length: 101\r\n\r\n"), "larger than 100 bytes"),
                Arguments.of("a chunk", "body", bytes(CHUNKED + "65\r\n"), "larger than 100 bytes"),
                Arguments.of("a chunk of 16 digits", "body", bytes(CHUNKED + "ffffffffffffffff\r\n"), "larger than"),
                Arguments.of("a decoded body", "body", gzipped("a".repeat(101)), "larger than 100 bytes"),
                Arguments.of("a gzip of empty members", "values", gzipped("", 100_000), "more than 1000 members"),
                Arguments.of("a bomb", "ratio", gzipped(" ".repeat(2_000_000)), "100 times larger than its gzip"),
                Arguments.of("headers", "headers", body("x-a: b\r\n".repeat(101), "{}"), "more than 100 headers"),
                Arguments.of("a line", "line", body("x-a: " + "b".repeat(101) + "\r\n", "{}"), "more than 100 bytes"),
                Arguments.of("a head", "head", body("x-a: b\r\n".repeat(20), "{}"), "larger than 100 bytes"),
                Arguments.of("JSON that is deep", "depth", body("", deep), "more than 100 levels"),
                Arguments.of(
                        "deep JSON in UTF-16", "depth", utf16("[\"\u2222\"," + deep + "]"), "more than 100 levels"),
                Arguments.of("names in JSON", "names", body("", names(101)), "more than 100 different names"),
                Arguments.of("names that hash alike", "names", body("", names(20_000)), "100 different names"),
                Arguments.of("JSON that is full", "values", body("", "[" + "1,".repeat(100) + "1]"), "100 values"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void whatIsLargerThanALimitIsBroken(String name, String limit, byte[] response, String problem) {
        Limits small = new Limits(
                0, 20, Duration.ofSeconds(10), Duration.ofMinutes(1), ResponseLimits.with(Map.of(limit, 100)));
        for (Request request : List.of(post(), post().throughSocket())) {
            try (RecordingServer server = new RecordingServer(List.of(response))) {
                assertThatThrownBy(() -> ask(server.endpoint(), request, small))
                        .isInstanceOfSatisfying(
                                ProbeFailure.NoResponse.class,
                                failure -> assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.BROKEN))
                        .hasMessageContaining(problem);
            }
        }
    }

    @Test
    void bracketsAndCommasWithinStringsAreNotCounted() throws ProbeFailure {
        String body = "{\"a\":\"" + "[,\\\"{\\\\\\\"".repeat(1_000) + "\"}";
        Limits small = new Limits(
                0,
                20,
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                ResponseLimits.with(Map.of("depth", 1, "values", 2)));
        try (RecordingServer server = new RecordingServer(List.of(body("", body)))) {
            assertThat(ask(server.endpoint(), post(), small).body().text()).isEqualTo(body);
        }
    }

    static Stream<Arguments> trickles() {
        return Stream.of(
                Arguments.of("interim responses", "", "HTTP/1.1 102 Wait\r\n\r\n"),
                Arguments.of("headers", OK, "x-a: b\r\n"),
                Arguments.of("a body", OK + "content-length: 1000\r\n\r\n", " "),
                Arguments.of("a body without a length", OK + "\r\n", " "),
                Arguments.of("chunks", CHUNKED, "1\r\na\r\n"),
                Arguments.of("lines that are empty", "", "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trickles")
    void theTimeoutsHoldForWholeResponsesAndRuns(String name, String beginning, String rest) {
        Duration pause = Duration.ofMillis(50);
        try (EndlessServer server = new EndlessServer(beginning, rest, pause)) {
            for (Request request : List.of(post(), post().throughSocket())) {
                long start = System.nanoTime();
                Limits impatient = new Limits(0, 20, Duration.ofMillis(400), Duration.ofMinutes(1));
                assertThatThrownBy(() -> ask(server.endpoint(), request, impatient))
                        .isInstanceOf(ProbeFailure.NoResponse.class);
                Limits brief = new Limits(0, 20, Duration.ofMinutes(1), Duration.ofMillis(400));
                assertThatThrownBy(() -> ask(server.endpoint(), request, brief))
                        .isInstanceOf(ProbeFailure.LimitReached.class)
                        .hasMessageContaining("--time-limit");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            }
        }
    }

    private static Request post() {
        return Request.auditHistory("d", "c");
    }

    private static Reply.Response ask(URI endpoint, Request request, Limits limits) throws ProbeFailure {
        try (Probe probe = Probes.REST_ASSURED.to(endpoint, Signer.NONE, limits)) {
            return probe.send(request).response();
        }
    }

    private static byte[] body(String headers, String body) {
        return bytes(OK + headers + "content-length: " + body.length() + "\r\n\r\n" + body);
    }

    // In single bytes, the quotation marks of this string are not paired.
    private static byte[] utf16(String body) {
        byte[] encoded = body.getBytes(StandardCharsets.UTF_16LE);
        return body("", new String(encoded, StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzipped(String body) {
        return gzipped(body, 1);
    }

    private static byte[] gzipped(String body, int members) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length = packed.size() * members;
        all.writeBytes(bytes(OK + "content-encoding: gzip\r\ncontent-length: " + length + "\r\n\r\n"));
        for (int member = 0; member < members; member++) {
            all.writeBytes(packed.toByteArray());
        }
        return all.toByteArray();
    }

    // Jackson's hash of "Ab" equals that of "BA".
    private static String names(int number) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        Integer.toBinaryString(1 << 15 | i).replace("0", "Ab").replace("1", "BA"))
                .map(name -> "\"" + name + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
