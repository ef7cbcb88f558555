package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PipelineGateShutdownTest extends EmbeddedConnection {

    @Test
    void marksTheResponseAsTheLast() throws InterruptedException {
        channel.writeInbound(request("/1"));
        stop();

        channel.writeOutbound(response(HttpResponseStatus.OK));

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.headers().get(HttpHeaderNames.CONNECTION)).isEqualTo("close");
        answer.release();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void respondsToAllReceivedRequestsBeforeTheLastMark() throws InterruptedException {
        channel.writeInbound(request("/1"), request("/2"));
        stop();

        channel.writeOutbound(response(HttpResponseStatus.OK));

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.headers().contains(HttpHeaderNames.CONNECTION)).isFalse();
        answer.release();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesAQuietConnectionAfterOneSecond() throws InterruptedException {
        stop();
        assertThat(channel.isOpen()).isTrue();

        pass(Duration.ofSeconds(1));

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.stop()).isTrue();
    }

    @Test
    void sendsResponsesBeforeItStops() throws InterruptedException {
        ChannelHandler client = takeNothing();
        channel.writeInbound(request("/1"));
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK), part());
        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        stop();
        pass(Duration.ofSeconds(5));
        assertThat(channel.isOpen()).isTrue();

        channel.pipeline().remove(client);
        channel.flushOutbound();

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.outboundMessages()).hasSize(4);
        channel.releaseOutbound();
    }

    @Test
    void closesAfterTheLastResponseWhateverHasArrivedMeanwhile() throws InterruptedException {
        channel.writeInbound(request("/1"));
        stop();
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK), part());
        channel.writeInbound(request("/2"));

        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(channel.isOpen()).isFalse();
        channel.releaseOutbound();
    }

    @Test
    void waitsForTheRestOfARequestThatWasAnsweredEarly() throws InterruptedException {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/refused"));
        answer(HttpResponseStatus.NOT_FOUND);
        stop();
        pass(Duration.ofSeconds(5));
        assertThat(channel.isOpen()).isTrue();

        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(channel.isOpen()).isFalse();
    }

    private void stop() throws InterruptedException {
        assertThat(connections.stop()).isFalse();
        channel.runPendingTasks();
    }
}
