package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.capture.CaptureTarget;
import dev.casesaudit.conformance.stub.RawServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target may refuse a large request early and close the connection. The kit reads the response. */
class EarlyResponsesTest {

    private static final Limits LIMITS = new Limits(0, 20, Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final String HEADERS = "HTTP/1.1 413 Too Large\r\ncontent-type: application/json\r\n";

    // Larger than the buffers of both sides.
    private static final int LARGE = 24 * 1024 * 1024;

    @ParameterizedTest
    @CsvSource({
        "RESET, content-length: 2",
        "RESET, x-length: none",
        "CLOSE, content-length: 2",
        "CLOSE, x-length: none",
        "LEAVE_OPEN, content-length: 2",
        "READ_ON, content-length: 2",
    })
    void aResponseBeforeTheEndOfARequestIsRead(Ending ending, String length) throws Exception {
        try (RawServer server = respondingEarly(HEADERS + length + "\r\n\r\n{}", ending);
                Probe probe = Probes.REST_ASSURED.to(server.endpoint(), Signer.NONE, LIMITS)) {
            for (Request large : List.of(
                    largeBody(),
                    largeHeaders(),
                    largeBody().throughSocket(),
                    largeHeaders().throughSocket())) {
                Reply.Response response = probe.send(large).response();

                assertThat(response.status()).isEqualTo(413);
                assertThat(response.body().text()).isEqualTo("{}");
            }
        }
    }

    // A response can arrive before the thread that sends has seen its own end, mostly on a busy machine.
    @Test
    void aPromptResponseDoesNotSendARequestTwice() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        ExecutorService busy = Executors.newFixedThreadPool(4);
        AtomicBoolean over = new AtomicBoolean();
        Limits limits = new Limits(0, 1000, Duration.ofSeconds(30), Duration.ofMinutes(5));
        try (CaptureTarget target = new CaptureTarget((number, body) -> {
                    bodies.add(body);
                    return CaptureTarget.Reply.page("{}");
                });
                Probe probe = Probes.REST_ASSURED.to(URI.create(target.url()), Signer.NONE, limits)) {
            for (int i = 0; i < 4; i++) {
                busy.execute(() -> {
                    while (!over.get()) {
                        Thread.onSpinWait();
                    }
                });
            }
            List<String> sent =
                    IntStream.range(0, 300).mapToObj(Integer::toString).toList();
            for (String body : sent) {
                probe.send(Request.auditHistory("d", "c").body(Content.of(body)));
            }
            assertThat(bodies).isEqualTo(sent);
        } finally {
            over.set(true);
            busy.shutdown();
        }
    }

    private static Request largeBody() {
        return Request.auditHistory("d", "c").body(Content.of(new byte[LARGE]));
    }

    private static Request largeHeaders() {
        Request request = Request.auditHistory("d", "c");
        for (int i = 0; i < 100; i++) {
            request = request.header("x-padding", "x".repeat(70_000));
        }
        return request;
    }

    /** The behaviour of a server after its response. */
    enum Ending {
        RESET,
        CLOSE,
        LEAVE_OPEN,
        READ_ON
    }

    /** Responds after the first bytes of a request. */
    private static RawServer respondingEarly(String response, Ending ending) {
        return new RawServer(connection -> {
            InputStream in = connection.getInputStream();
            in.readNBytes(1000);
            connection.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
            if (ending == Ending.READ_ON) {
                in.transferTo(OutputStream.nullOutputStream());
            } else if (ending != Ending.LEAVE_OPEN) {
                if (ending == Ending.RESET) {
                    connection.setSoLinger(true, 0);
                }
                // Time for the response to arrive: a reset that overtakes it would discard it.
                Thread.sleep(100);
                connection.close();
            }
        });
    }
}
