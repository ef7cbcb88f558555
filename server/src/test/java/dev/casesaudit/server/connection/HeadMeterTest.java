package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadMeterTest extends EmbeddedConnection {

    private static final String WHOLE = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";

    // 500 bytes, which take up 17,000.
    private static final String SHORT_HEADERS = "a:b\r\n".repeat(100);

    private final RequestBudget budget = connections.requests();
    private EmbeddedChannel client;

    @BeforeEach
    void connect() {
        PipelineGate turns = new PipelineGate(connections);
        client = new EmbeddedChannel(
                new HeadMeter(turns::mayDecode),
                new HttpRequestDecoder(HttpObjectDecoder.DEFAULT_MAX_INITIAL_LINE_LENGTH, 1_000_000, 8_192),
                turns);
    }

    @Test
    void countsHalfOfAHeadUntilTheConnectionEnds() {
        send("POST / HTTP/1.1\r\n" + SHORT_HEADERS);
        assertHeld(17_000, 18_000);

        send(SHORT_HEADERS);
        assertHeld(34_000, 35_000);

        client.finishAndReleaseAll();
        assertHeld(0, 0);
    }

    @Test
    void countsAWholeHeadUntilItIsAnswered() {
        send("POST / HTTP/1.1\r\n" + SHORT_HEADERS + "Content-Length: 2\r\n\r\n");
        assertHeld(16_000, 18_000);
        send("{}");

        answer();

        assertHeld(0, 0);
    }

    @Test
    void countsAHeadThatBeginsRightAfterARequest() {
        send(WHOLE + "POST / HTTP/1.1\r\n" + SHORT_HEADERS);

        answer();

        assertHeld(16_000, 18_000);
    }

    @Test
    void countsAHeadThatBeginsRightAfterARequestOfTwoReads() {
        send("PO");
        send(WHOLE.substring(2) + "POST / HTTP/1.1\r\n" + SHORT_HEADERS);

        answer();

        assertHeld(16_000, 19_000);
    }

    @Test
    void holdsNothingOfRequestsThatAreAnswered() {
        for (int i = 0; i < 3; i++) {
            send(WHOLE);
            answer();
            assertHeld(0, 0);
        }
    }

    @Test
    void refusesAHeadForWhichThereIsNoRoom() {
        assertThat(budget.takes(0, 450_000)).isTrue();
        send("POST / HTTP/1.1\r\n");
        for (int i = 0; i < 20 && client.isOpen(); i++) {
            send(SHORT_HEADERS);
        }

        FullHttpResponse refusal = client.readOutbound();
        assertThat(refusal.status()).isEqualTo(HttpResponseStatus.SERVICE_UNAVAILABLE);
        assertThat(refusal.content().toString(StandardCharsets.UTF_8)).contains("cases.limits.bodies");
        refusal.release();
    }

    private void send(String text) {
        client.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        client.releaseInbound();
    }

    private void answer() {
        client.writeOutbound(response(HttpResponseStatus.OK));
        client.runPendingTasks();
        client.releaseOutbound();
    }

    // A request may take half of the remaining budget.
    private void assertHeld(long least, long most) {
        long sure = (BODIES - most) / 2;
        assertThat(budget.takes(0, sure)).as("at most %d", most).isTrue();
        budget.givesBack(sure);
        assertThat(budget.takes(0, (BODIES - least) / 2 + 1))
                .as("at least %d", least)
                .isFalse();
    }
}
