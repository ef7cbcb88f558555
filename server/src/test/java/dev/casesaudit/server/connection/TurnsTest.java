package dev.casesaudit.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration IDLE = Duration.ofSeconds(40);
    private static final Duration READ = Duration.ofSeconds(20);

    private final Connections connections =
            new Connections(new ConnectionLimits(1_024, 1_024, IDLE, READ, 10, Duration.ofMillis(1)));
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void begin() {
        channel.freezeTime();
        assertThat(connections.admits(channel)).isTrue();
        channel.pipeline().addLast(new Turns(connections));
    }

    @Test
    void keepsARequestBackUntilTheOneBeforeItIsAnswered() {
        channel.writeInbound(request("/1"), request("/2"));
        assertThat(next()).isEqualTo("/1");
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(channel.config().isAutoRead()).isFalse();

        answer(HttpResponseStatus.OK);

        assertThat(next()).isEqualTo("/2");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void letsNoRequestThroughAfterAnAnswerThatSaysItIsTheLast() {
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
    void doesNotTakeAPromiseForAnAnswer() {
        channel.writeInbound(request("/1"), request("/2"));
        next();

        answer(HttpResponseStatus.CONTINUE);

        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void hurriesNobodyWhileItOwesAnAnswer() {
        channel.writeInbound(request("/1"), new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/half"));

        pass(IDLE.multipliedBy(10));

        assertThat(channel.isOpen()).isTrue();
        answer(HttpResponseStatus.OK);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void endsARequestThatDoesNotArrive() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/half"));

        pass(READ);
        assertThat(channel.<Object>readOutbound()).isNull();
        pass(READ.dividedBy(4));

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.status()).isEqualTo(HttpResponseStatus.REQUEST_TIMEOUT);
        answer.release();
    }

    @Test
    void givesTheNextRequestAllTheTime() {
        for (int i = 0; i < 5; i++) {
            channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/slow"));
            pass(READ.minusSeconds(1));
            channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
            answer(HttpResponseStatus.OK);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void endsAConnectionOnWhichNothingHappens() {
        pass(IDLE);
        assertThat(channel.isOpen()).isTrue();
        pass(READ.dividedBy(2));

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void saysWithTheAnswerThatItIsTheLast() throws InterruptedException {
        channel.writeInbound(request("/1"));
        assertThat(connections.stop()).isFalse();
        channel.runPendingTasks();

        channel.writeOutbound(response(HttpResponseStatus.OK));

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.headers().get(HttpHeaderNames.CONNECTION)).isEqualTo("close");
        answer.release();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void answersAllThatHasArrivedBeforeItSaysSo() throws InterruptedException {
        channel.writeInbound(request("/1"), request("/2"));
        assertThat(connections.stop()).isFalse();
        channel.runPendingTasks();

        channel.writeOutbound(response(HttpResponseStatus.OK));

        FullHttpResponse answer = channel.readOutbound();
        assertThat(answer.headers().contains(HttpHeaderNames.CONNECTION)).isFalse();
        answer.release();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void letsAClientThatIsQuietGoAfterAMoment() throws InterruptedException {
        assertThat(connections.stop()).isFalse();
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isTrue();

        pass(Duration.ofSeconds(1));

        assertThat(channel.isOpen()).isFalse();
        assertThat(connections.stop()).isTrue();
    }

    private static HttpRequest request(String path) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
    }

    private static FullHttpResponse response(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(response(status));
        channel.runPendingTasks();
        FullHttpResponse answer = channel.readOutbound();
        answer.release();
    }

    private String next() {
        HttpObject next = channel.readInbound();
        return ((HttpRequest) next).uri();
    }

    // In steps, as time does.
    private void pass(Duration time) {
        for (long millis = 0; millis < time.toMillis(); millis += 500) {
            channel.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
