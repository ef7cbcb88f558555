package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.Test;

class PipelineGateTest extends EmbeddedConnection {

    @Test
    void holdsARequestUntilTheOneBeforeItHasItsResponse() {
        channel.writeInbound(request("/1"), request("/2"));
        assertThat(next()).isEqualTo("/1");
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(channel.config().isAutoRead()).isFalse();

        answer(HttpResponseStatus.OK);

        assertThat(next()).isEqualTo("/2");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void passesNoRequestAfterTheLastResponse() {
        channel.writeInbound(request("/1"), request("/2"));
        next();
        FullHttpResponse last = response(HttpResponseStatus.OK);
        last.headers().set(HttpHeaderNames.CONNECTION, "close");

        channel.writeOutbound(last);
        channel.runPendingTasks();
        channel.writeInbound(request("/3"));

        assertThat(channel.<Object>readInbound()).isNull();
        channel.<FullHttpResponse>readOutbound().release();
    }

    @Test
    void doesNotTreatAnInterimResponseAsFinal() {
        channel.writeInbound(request("/1"), request("/2"));
        next();

        answer(HttpResponseStatus.CONTINUE);

        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void startsNoTimeoutWhileAResponseIsPending() {
        channel.writeInbound(request("/1"), new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/half"));

        pass(IDLE.multipliedBy(10));

        assertThat(channel.isOpen()).isTrue();
        answer(HttpResponseStatus.OK);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void timesOutARequestThatDoesNotArrive() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/half"));

        pass(READ);
        assertThat(channel.<Object>readOutbound()).isNull();
        pass(READ.dividedBy(4));

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.status()).isEqualTo(HttpResponseStatus.REQUEST_TIMEOUT);
        answer.release();
    }

    @Test
    void givesTheNextRequestTheFullTime() {
        for (int i = 0; i < 5; i++) {
            channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/slow"));
            pass(READ.minusSeconds(1));
            channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
            answer(HttpResponseStatus.OK);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesAnIdleConnection() {
        pass(IDLE);
        assertThat(channel.isOpen()).isTrue();
        pass(READ.dividedBy(2));

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void stopsReadingWithTheFirstRequestThatHasToWait() {
        channel.pipeline().fireChannelRead(request("/1")).fireChannelRead(request("/2"));

        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void closesAConnectionWhoseClientDoesNotReadAResponse() {
        takeNothing();
        channel.writeInbound(request("/1"));
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK), part());

        pass(IDLE.dividedBy(2));
        assertThat(channel.isOpen()).isTrue();
        pass(IDLE);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAConnectionWhoseClientDoesNotReadTheLastResponse() {
        takeNothing();
        channel.writeInbound(request("/1"));
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK), part());
        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/half"));

        pass(READ.multipliedBy(2).plus(IDLE));

        assertThat(channel.isOpen()).isFalse();
    }
}
