package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestBudgetTest extends EmbeddedConnection {

    private final RequestBudget budget = connections.requests();

    @Test
    void acceptsABodyOfAlmostHalfOfTheBudget() {
        begin("/large");

        for (int i = 0; i < 10; i++) {
            channel.writeInbound(part(49_800));
        }

        assertNotRefused();
    }

    @Test
    void refusesABodyForWhichThereWouldNeverBeRoom() {
        begin("/too-large");

        channel.writeInbound(part(500_001));

        assertRefused(
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
                "The request is larger than 500000 bytes (half of cases.limits.bodies)");
    }

    @Test
    void refusesABodyForWhichThereIsNoRoomNow() {
        assertThat(budget.takes(0, 450_000)).isTrue();
        begin("/one-too-many");
        channel.writeInbound(part(250_000));
        assertNotRefused();

        channel.writeInbound(part(50_000));

        assertRefused(
                HttpResponseStatus.SERVICE_UNAVAILABLE,
                "There is no room for the request beside others (cases.limits.bodies)");
    }

    @Test
    void leavesRoomForSmallBodiesHoweverManyAreLarge() {
        for (int size = 500_000; size > 16_384; size /= 2) {
            assertThat(budget.takes(0, size)).isTrue();
        }
        assertThat(budget.takes(0, 20_000)).isFalse();

        for (int i = 0; i < 9; i++) {
            assertThat(budget.takes(0, 16_384)).isTrue();
        }
        assertThat(budget.takes(0, 16_384)).isFalse();
    }

    @Test
    void hasRoomAgainOnceARequestIsAnswered() {
        begin("/answered");
        channel.writeInbound(part(498_000), LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(budget.takes(0, 500_000)).isFalse();

        answer(HttpResponseStatus.OK);

        assertThat(budget.takes(0, 500_000)).isTrue();
    }

    @Test
    void hasRoomAgainOnceARequestIsRefused() {
        takeNothing();
        begin("/refused");
        channel.writeInbound(part(400_000), part(200_000));

        assertThat(channel.isOpen()).isTrue();
        assertThat(budget.takes(0, 500_000)).isTrue();
        channel.releaseOutbound();
    }

    @Test
    void hasRoomAgainOnceAConnectionEnds() {
        begin("/left");
        channel.writeInbound(part(400_000));

        channel.finishAndReleaseAll();

        assertThat(budget.takes(0, 500_000)).isTrue();
    }

    @Test
    void doesNotCountWhatComesAfterAnAnswer() {
        begin("/answered-early");
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);

        channel.writeInbound(part(400_000));

        assertThat(budget.takes(0, 500_000)).isTrue();
    }

    private static HttpContent part(int size) {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[size]));
    }

    private void assertNotRefused() {
        assertThat(channel.<FullHttpResponse>readOutbound()).isNull();
    }

    private void begin(String path) {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PUT, path));
    }

    private void assertRefused(HttpResponseStatus status, String message) {
        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.content().toString(StandardCharsets.UTF_8)).contains(message);
        answer.release();
    }
}
