package dev.casesaudit.journey.reliability;

import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static dev.casesaudit.journey.RawConnection.jsonHead;
import static dev.casesaudit.journey.RawConnection.post;
import static dev.casesaudit.journey.reliability.ImpatientMock.withBystander;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends more bytes than the heap has room for, in bodies and into the world, and leaves more of them unread, with the
 * smallest supported heap.
 */
class RequestMemoryIT {

    private static final byte[] PART = part();
    private static final String CASE = "/_mock/domains/greedy/cases/";
    private static final String DOMAIN = "/domains/contact-center";
    private static final int UNREAD = Effort.of(26, 400);
    private static final String GENERATED = "{\"generate\": {\"events\": %d, \"seed\": 1}}";

    // About 1 MB.
    private static final String EVENTS = IntStream.range(0, 500)
            .mapToObj(i -> event("NAME-" + i))
            .collect(Collectors.joining(",", "{\"auditEvents\": [", "]}"));

    private static PackagedMock mock;
    private static HttpClient client;

    private static byte[] part() {
        byte[] blanks = new byte[60_000];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static String event(String id) {
        return "{\"eventId\":\"" + id + "\",\"type\":\"Case.Updated\",\"performedTime\":\"2026-01-01T00:00:00Z\","
                + "\"fields\":[{\"eventFieldId\":\"title\",\"newValue\":{\"stringValue\":\"" + "x".repeat(2_000)
                + "\"}}]}";
    }

    @BeforeAll
    static void start() {
        client = HttpClient.newHttpClient();
        mock = ImpatientMock.start("-Xmx128m", "-Dcases.limits.read=60s");
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @AfterEach
    void hasNotRunOutOfMemory() throws IOException, InterruptedException {
        assertThat(mock.log().lines().filter(line -> line.contains("OutOfMemoryError")))
                .isEmpty();
        assertThat(mock.log().lines().filter(line -> line.contains("ERROR"))).isEmpty();
        assertThat(send("DELETE", "/_mock/state", "").statusCode()).isEqualTo(204);
    }

    // The clients of another test may have disconnected just now.
    @BeforeEach
    void awaitRoomForALargeBody() throws IOException, InterruptedException {
        for (int i = 0;
                i < 200 && send("PUT", "/_mock/world", " ".repeat(1_000_000)).statusCode() == 503;
                i++) {
            Thread.sleep(50);
        }
    }

    @Test
    void goesOnServingWhileLargeBodiesOfTheControlApiDoNotEnd()
            throws IOException, InterruptedException, ExecutionException {
        String announced = jsonHead("PUT", "/_mock/world", "Content-Length: 15000000");
        withBystander(mock.endpoint(), "half-sent-large-bodies", endpoint -> half(endpoint, announced, 40, 4));
    }

    @Test
    void goesOnServingWhileBodiesOfTheOperationDoNotEnd() throws IOException, InterruptedException, ExecutionException {
        String announced = jsonHead("POST", EMPTY, "Content-Length: 130000");
        withBystander(mock, "half-sent-bodies", endpoint -> half(endpoint, announced, Effort.of(160, 2_000), 2));
    }

    /** Opens connections that send a part of a body each. Each must be kept, or refused with a reason. */
    private static void half(URI endpoint, String head, int connections, int parts) throws IOException {
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            RawConnection one = RawConnection.underLoad(endpoint);
            all.add(one);
            try {
                one.send(head);
                for (int part = 0; part < parts; part++) {
                    one.send(PART);
                }
            } catch (SocketException | SSLException ended) {
                // Refused; checked below if the response can still be read.
            }
        }
        int refused = 0;
        // Last first: the earlier ones got their room before it was used up.
        for (int i = connections - 1; i >= 0; i--) {
            refused += isRefused(all.get(i), refused == 0 ? 2_000 : 1) ? 1 : 0;
            all.get(i).close();
        }
        assertThat(refused).as("requests for which there was no room").isPositive();
    }

    private static boolean isRefused(RawConnection one, int millis) throws IOException {
        try {
            if (!one.isReadable(millis)) {
                return false;
            }
            RawConnection.Response answer = one.read();
            assertThat(answer.status()).as(answer.text()).isIn(413, 503);
            assertThat(answer.text()).containsAnyOf("cases.limits.bodies", "large bodies at once");
            assertThat(answer.value("connection")).isEqualTo("close");
            return true;
        } catch (SocketException | SSLException | EOFException ended) {
            return true;
        }
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of(
                        "half-sent-short-headers",
                        jsonHead("POST", EMPTY, "a: b\r\n".repeat(10_000)).strip()),
                Arguments.of(
                        "half-sent-long-header",
                        jsonHead("POST", EMPTY, "a: " + "b".repeat(60_000)).strip()),
                Arguments.of("half-sent-line", "POST /" + "a".repeat(30_000)),
                Arguments.of(
                        "heads-with-half-sent-bodies",
                        jsonHead("POST", EMPTY, "a: b\r\n".repeat(10_000) + "Content-Length: 9")),
                Arguments.of(
                        "pipelined-requests",
                        jsonHead("POST", EMPTY, "x-mock-fault: latency(3s)\r\nContent-Length: 2") + "{}"
                                + "GET / HTTP/1.1\r\n\r\n".repeat(3_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heads")
    void goesOnServingWhileManyHeadsAreInMemory(String kind, String head)
            throws IOException, InterruptedException, ExecutionException {
        withBystander(mock.endpoint(), kind, endpoint -> half(endpoint, head, Effort.of(300, 2_000), 0));
    }

    @Test
    void goesOnServingWhileTheWorldIsFilledInEveryWay() throws IOException, InterruptedException, ExecutionException {
        send("PUT", CASE + "grown", "{\"auditEvents\": []}");
        send("PUT", CASE + "copied", EVENTS);
        List<Filling> ways = List.of(
                new Filling(
                        "PUT",
                        i -> "/_mock/domains/greedy-" + i,
                        i -> "{\"domain\": \"greedy-" + i + "\", \"cases\": {\"c\": " + EVENTS + "}}"),
                new Filling("PUT", i -> CASE + i, i -> EVENTS),
                new Filling("POST", i -> CASE + "grown/events", i -> EVENTS.replace("NAME", "more-" + i)),
                new Filling("PUT", i -> CASE + "generated-" + i, i -> String.format(Locale.ROOT, GENERATED, 2_000)),
                new Filling("POST", i -> CASE + "copied/copies", i -> "{\"caseId\": \"copy-" + i + "\"}"),
                new Filling("PUT", i -> CASE + i + "/behaviour", i -> "{\"faults\": \"" + "ok,".repeat(999) + "ok\"}"));
        withBystander(mock.endpoint(), "filled-world", endpoint -> {
            ExecutorService threads = Executors.newFixedThreadPool(ways.size());
            List<Future<Void>> all = ways.stream().map(threads::submit).toList();
            for (Future<Void> one : all) {
                one.get();
            }
            threads.shutdown();
        });
    }

    /** One way to fill the world until there is no room. */
    private record Filling(String method, IntFunction<String> path, IntFunction<String> body)
            implements Callable<Void> {

        @Override
        public Void call() throws IOException, InterruptedException {
            for (int i = 0; i < 1_000; i++) {
                HttpResponse<String> response = send(method, path.apply(i), body.apply(i));
                if (response.statusCode() != 200) {
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
                    assertThat(response.body()).contains("There is no memory left", "cases.limits.world");
                    assertThat(response.headers().firstValue("x-amzn-errortype"))
                            .contains("ServiceUnavailableException");
                    return null;
                }
            }
            throw new AssertionError(path.apply(0) + ": there was always room");
        }
    }

    @Test
    void goesOnServingWhileWritesFillTheWorldAndLosesNone()
            throws IOException, InterruptedException, ExecutionException {
        List<WritingClient> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(new WritingClient(created()));
        }
        withBystander(mock.endpoint(), "world-filled-by-writes", endpoint -> {
            ExecutorService threads = Executors.newFixedThreadPool(clients.size());
            List<Future<Void>> all = clients.stream().map(threads::submit).toList();
            for (Future<Void> one : all) {
                one.get();
            }
            threads.shutdown();
        });
        String sizes = send("GET", "/_mock/domains/contact-center/cases", "").body();
        assertThat(clients)
                .allSatisfy(client -> assertThat(sizes)
                        .contains(String.format(
                                Locale.ROOT,
                                "\"caseId\":\"%s\",\"events\":%d}",
                                client.path.replaceFirst(".*/", ""),
                                1 + client.accepted)));
    }

    /** Updates a case of its own, each time by as much as a request may have, until there is no room. */
    private static final class WritingClient implements Callable<Void> {

        private final String path;
        private int accepted;

        WritingClient(String path) {
            this.path = path;
        }

        @Override
        public Void call() throws IOException, InterruptedException {
            for (; accepted < 1_000; accepted++) {
                HttpResponse<String> response = send("PUT", path, largeUpdate(accepted));
                if (response.statusCode() != 200) {
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(429);
                    assertThat(response.headers().firstValue("x-amzn-errortype"))
                            .contains("ThrottlingException");
                    assertThat(response.body()).contains("There is no memory left", "cases.limits.world");
                    return null;
                }
            }
            throw new AssertionError(path + ": there was always room");
        }
    }

    private static String created() throws IOException, InterruptedException {
        HttpResponse<String> response = send("POST", DOMAIN + "/cases", """
                {"templateId":"template-general","fields":[{"id":"title","value":{"stringValue":"t"}},\
                {"id":"customer_id","value":{"stringValue":"c"}}]}""");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return DOMAIN + "/cases/" + response.body().replaceFirst(".*\"caseId\":\"([^\"]+)\".*", "$1");
    }

    /** 115 kB, which are about as much in an event as old values, and as new ones. */
    private static String largeUpdate(int number) {
        String text = Character.toString(0x1F600 + number % 64).repeat(4_100);
        return Stream.of(
                        "title",
                        "summary",
                        "customer_id",
                        "assigned_queue",
                        "order-number",
                        "callback-at",
                        "tracking-url")
                .map(field -> "{\"id\":\"" + field + "\",\"value\":{\"stringValue\":\"" + text + "\"}}")
                .collect(Collectors.joining(",", "{\"fields\":[", "]}"));
    }

    @Test
    void goesOnServingWhileLargePagesAreNotRead() throws IOException, InterruptedException, ExecutionException {
        String path = created();
        for (int i = 0; i < 30; i++) {
            assertThat(send("PUT", path, largeUpdate(i)).statusCode()).isEqualTo(200);
        }
        String request = post(path + "/audit-history", "{}");
        // Made from copies of the events, for which there must be room.
        String awkward = post(path + "/audit-history", "{}", "x-mock-tomorrow: event-type");

        withBystander(mock, "unread-pages", endpoint -> {
            assertThat(unread(endpoint, request, UNREAD, 5_000_000)).isEqualTo(UNREAD);
            assertThat(unread(endpoint, awkward, UNREAD, 5_000_000)).isBetween(1, UNREAD - 1);
        });
    }

    @Test
    void goesOnServingWhileLargeCasesAreNotRead() throws IOException, InterruptedException, ExecutionException {
        String path = created();
        assertThat(send(
                                "PUT",
                                path,
                                "{\"fields\":[{\"id\":\"owner\",\"value\":{\"userArnValue\":\"%s\"}}]}"
                                        .formatted("a".repeat(180_000)))
                        .statusCode())
                .isEqualTo(200);
        String request = post(path, many(220, "{\"fields\":[", "{\"id\":\"owner\"}", "]}"));

        withBystander(
                mock,
                "unread-cases",
                endpoint -> assertThat(unread(endpoint, request, UNREAD, 39_000_000))
                        .isEqualTo(UNREAD));
    }

    /** Sends a request on many connections and does not read the responses. Returns how many were not refused. */
    private static int unread(URI endpoint, String request, int connections, int leastLength) throws IOException {
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(RawConnection.underLoad(endpoint).send(request));
        }
        int begun = 0;
        for (RawConnection one : all) {
            RawConnection.Response head = one.readHead();
            if (head.status() == 200) {
                begun++;
                assertThat(Integer.parseInt(head.value("content-length"))).isGreaterThan(leastLength);
            } else {
                assertThat(head.status()).isEqualTo(503);
                assertThat(head.value("x-amzn-errortype")).isEqualTo("ServiceUnavailableException");
            }
        }
        for (RawConnection one : all) {
            one.reset();
        }
        return begun;
    }

    @Test
    void givesBackAllThatItTook() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> alone = send("PUT", CASE + "large", String.format(Locale.ROOT, GENERATED, 200_000));
            assertThat(alone.statusCode()).as(alone.body()).isEqualTo(413);
            assertThat(alone.body()).contains("This alone takes up more memory", "cases.limits.world");
            assertThat(send("PUT", CASE + "first", String.format(Locale.ROOT, GENERATED, 90_000))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send("PUT", CASE + "second", String.format(Locale.ROOT, GENERATED, 90_000))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(send("PUT", CASE + "first", String.format(Locale.ROOT, GENERATED, 10))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send("PUT", CASE + "second", String.format(Locale.ROOT, GENERATED, 90_000))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send("DELETE", i == 0 ? "/_mock/domains/greedy" : "/_mock/state", "")
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void importsTheLargestWorldThatItExportsAndExportsTheSameBytes() throws IOException, InterruptedException {
        send("PUT", CASE + "large", String.format(Locale.ROOT, GENERATED, 75_000));
        String exported = send("GET", "/_mock/world", "").body();
        assertThat(exported.length()).isGreaterThan(33_000_000);

        // Beside the same world, and into an empty one.
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> imported = send("PUT", "/_mock/world", exported);
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
            assertThat(send("GET", "/_mock/world", "").body()).isEqualTo(exported);
            send("DELETE", "/_mock/state", "");
        }
    }

    static Stream<Arguments> textsThatAreManyTimesTheirSizeInMemory() {
        return Stream.of(
                Arguments.of("many problems", CASE + "c", "{\"auditEvents\": [" + "1,".repeat(4_000_000) + "1]}"),
                Arguments.of(
                        "a wide event",
                        CASE + "c",
                        "{\"auditEvents\": [{\"fields\":[" + "{},".repeat(3_000_000) + "{}]}]}"),
                Arguments.of("many members", CASE + "c", many(600_000, "{", "\"%d\":{}", "}")),
                Arguments.of(
                        "many cases",
                        "/_mock/domains/d",
                        many(400_000, "{\"domain\":\"d\",\"cases\":{", "\"%d\":{\"auditEvents\":[]}", "}}")),
                Arguments.of(
                        "many domains", "/_mock/world", many(400_000, "[", "{\"domain\":\"%d\",\"cases\":{}}", "]")),
                Arguments.of(
                        "a long string",
                        CASE + "c",
                        "{\"auditEvents\": [{\"eventId\": \"" + "x".repeat(6_000_000) + "\"}]}"),
                Arguments.of("a long name", "/_mock/world", "[{\"" + "x".repeat(6_000_000) + "\": 1}]"),
                Arguments.of("a deep list", "/_mock/world", "[".repeat(6_000_000)),
                Arguments.of("a long number", "/_mock/world", "[" + "1".repeat(6_000_000) + "]"),
                Arguments.of("blanks", "/_mock/world", " ".repeat(6_000_000)),
                Arguments.of("a large behaviour", "/_mock/behaviour", many(400_000, "{", "\"%d\":{}", "}")));
    }

    private static String many(int count, String start, String one, String end) {
        return IntStream.range(0, count)
                .mapToObj(i -> one.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining(",", start, end));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textsThatAreManyTimesTheirSizeInMemory")
    void refusesBodiesThatAreTooLargeInMemory(String kind, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = send("PUT", path, body);

        assertThat(response.statusCode()).as(response.body()).isIn(400, 413);
        assertThat(response.body()).contains("\"message\"");
        assertThat(send("GET", "/_mock/state", "").body()).contains("{\"domains\":2,\"cases\":10,\"events\":1094}");
    }

    @Test
    void readsLargeBodiesThatComeInChunksOrEndTooEarly() throws IOException {
        String state = "{\"domains\":2,\"cases\":10,\"events\":1094}";
        byte[] events = EVENTS.getBytes(StandardCharsets.ISO_8859_1);
        try (RawConnection one = RawConnection.underLoad(mock.endpoint())) {
            one.send(jsonHead("PUT", CASE + "c", "Content-Length: " + 2 * events.length))
                    .send(events);
        }
        try (RawConnection one = RawConnection.underLoad(mock.secureEndpoint())) {
            assertThat(one.send("GET /_mock/state HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .read()
                            .text())
                    .contains(state);
            one.send(jsonHead("PUT", CASE + "c", "Transfer-Encoding: chunked"));
            for (int at = 0; at < events.length; at += PART.length) {
                int length = Math.min(PART.length, events.length - at);
                one.send(Integer.toHexString(length) + "\r\n")
                        .send(Arrays.copyOfRange(events, at, at + length))
                        .send("\r\n");
            }
            RawConnection.Response answer = one.send("0\r\n\r\n").read();
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.text()).contains("\"events\":500");
            // The connection stays open.
            assertThat(one.send("GET /_mock/state HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .read()
                            .status())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(mock.endpoint().resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
