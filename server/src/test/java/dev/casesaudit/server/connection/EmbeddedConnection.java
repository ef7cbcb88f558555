package dev.casesaudit.server.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** One connection with a pipeline gate, and a clock that moves only when a test says so. */
abstract class EmbeddedConnection {

    static final Duration IDLE = Duration.ofSeconds(40);
    static final Duration READ = Duration.ofSeconds(20);

    static final long BODIES = 1_000_000;

    final Connections connections =
            new Connections(new ConnectionLimits(1_024, 1_024, BODIES, IDLE, READ, 10, Duration.ofMillis(1)));
    final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void begin() {
        channel.freezeTime();
        connections.accepts(channel);
        channel.pipeline().addLast(new PipelineGate(connections));
    }

    // As a client that does not read.
    ChannelHandler takeNothing() {
        ChannelHandler client = new ChannelOutboundHandlerAdapter() {
            @Override
            public void flush(ChannelHandlerContext context) {}
        };
        channel.pipeline().addFirst(client);
        return client;
    }

    static HttpContent part() {
        return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[100]));
    }

    static HttpRequest request(String path) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path);
    }

    static FullHttpResponse response(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }

    void answer(HttpResponseStatus status) {
        channel.writeOutbound(response(status));
        channel.runPendingTasks();
        FullHttpResponse answer = channel.readOutbound();
        answer.release();
    }

    String next() {
        HttpObject next = channel.readInbound();
        return ((HttpRequest) next).uri();
    }

    // In steps, as time does.
    void pass(Duration time) {
        for (long millis = 0; millis < time.toMillis(); millis += 500) {
            channel.advanceTimeBy(500, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
