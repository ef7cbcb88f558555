package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.http.HeldBytes;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves the requests of one connection one at a time: the next when the last has its response and the client reads its
 * responses. Closes the connection on a timeout, and when the mock stops.
 */
// Vert.x would accept any number of pipelined requests, and keep the responses that nobody reads.
final class PipelineGate extends ChannelDuplexHandler {

    // For requests in progress when the mock stops.
    private static final long GRACE_MILLIS = 500;

    private static final long LAST_LOOK_MILLIS = 20;

    private final Connections connections;
    private final ConnectionTimeouts timeouts;
    private final RequestShare share;
    private final Queue<Object> waiting = new ArrayDeque<>();

    // For the current request: whether the end of the request and the end of its response are still missing.
    private boolean arriving;
    private boolean answering;

    // Bytes have arrived that are not a complete head yet.
    private boolean headBegun;

    // A response was the connection's last.
    private boolean leaving;

    private boolean readSomething;
    private boolean passing;
    private boolean ended;
    private boolean left;

    // The mock is about to stop, and then: quiet connections may close.
    private boolean stopping;
    private boolean graceIsOver;

    private @Nullable ChannelHandlerContext own;

    PipelineGate(Connections connections) {
        this.connections = connections;
        timeouts = ConnectionTimeouts.of(connections.limits());
        share = new RequestShare(connections.requests());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        long period = timeouts.periodMillis();
        // Not at a fixed rate, which would make up for ticks after a pause of the process, and blame clients for it.
        Future<?> ticks =
                context.executor().scheduleWithFixedDelay(() -> tick(context), period, period, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> ticks.cancel(false));
        connections.whenStopping(context.channel(), () -> context.executor().execute(() -> stop(context)));
        HeldBytes.countBy(context.channel(), share);
        own = context;
    }

    /** Counts what a read adds to a head, and returns whether it may be decoded. */
    boolean mayDecode(HeadMeter meter) {
        if (!ended && !share.takesRead(meter)) {
            end(Objects.requireNonNull(own), share.refusal(meter));
        }
        return !ended;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        timeouts.moves();
        readSomething = true;
        headBegun = false;
        if (ended) {
            ReferenceCountUtil.release(message);
        } else if (!share.takes(message)) {
            ServiceError refusal = share.refusal(message);
            ReferenceCountUtil.release(message);
            end(context, refusal);
        } else if (waiting.isEmpty() && mayPass(context, message)) {
            pass(context, message);
        } else {
            waiting.add(message);
            // At once, not after everything that has arrived: small requests need far more memory than their bytes.
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!readSomething && !arriving && waiting.isEmpty()) {
            timeouts.moves();
            headBegun = true;
        }
        readSomething = false;
        context.fireChannelReadComplete();
    }

    private boolean mayPass(ChannelHandlerContext context, Object message) {
        return !(message instanceof HttpRequest)
                || (!leaving && !answering && !arriving && context.channel().isWritable());
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            arriving = true;
            answering = true;
        }
        // Data that arrives after a response is dropped.
        share.passes(message, answering);
        if (message instanceof LastHttpContent) {
            arriving = false;
            timeouts.isThere();
        }
        context.fireChannelRead(message);
        endIfQuiet(context);
    }

    private void passWaiting(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            return;
        }
        // Before passing it on: Vert.x may stop reading because of it.
        context.channel().config().setAutoRead(true);
        passing = true;
        while (!ended && !waiting.isEmpty() && mayPass(context, waiting.element())) {
            pass(context, waiting.remove());
        }
        passing = false;
        if (!waiting.isEmpty()) {
            context.channel().config().setAutoRead(false);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        passWaitingSoon(context);
    }

    private void passWaitingSoon(ChannelHandlerContext context) {
        if (!waiting.isEmpty() && !passing) {
            context.executor().execute(() -> passWaiting(context));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                forward(context, message, promise);
                return;
            }
            if (stopping && waiting.isEmpty()) {
                response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
            leaving = !HttpUtil.isKeepAlive(response);
        }
        if (message instanceof LastHttpContent) {
            endAnswer(context, message, promise);
        } else {
            forward(context, message, promise);
        }
    }

    private void endAnswer(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        answering = false;
        share.giveBack();
        timeouts.moves();
        if (stopping && (leaving || waiting.isEmpty())) {
            ended = true;
            forward(context, message, promise.unvoid().addListener(LingeringClose.listener(context)));
        } else {
            forward(context, message, promise);
            passWaitingSoon(context);
        }
    }

    // The writer learns the result from its promise.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void forward(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
    }

    private void tick(ChannelHandlerContext context) {
        long unsent = unsent(context);
        if (!ended && (arriving || (headBegun && !answering))) {
            // Reading is off while the mock itself reads a body slowly, which is not the client's fault.
            if (context.channel().config().isAutoRead()) {
                endIfLate(context);
            }
        } else if ((ended || !answering || unsent > 0) && timeouts.endsQuiet(unsent)) {
            // Also if the client does not read its last response.
            close(context);
        }
    }

    private void endIfLate(ChannelHandlerContext context) {
        if (!timeouts.endsArriving()) {
            return;
        }
        if (arriving && !answering) {
            close(context);
        } else {
            end(context, lateError());
        }
    }

    private void end(ChannelHandlerContext context, ServiceError error) {
        ended = true;
        LingeringClose.answer(context, error);
        leave(context);
    }

    // Drops what has arrived, so that it does not occupy memory until the client disconnects.
    private void leave(ChannelHandlerContext context) {
        if (!left) {
            left = true;
            share.giveBack();
            context.fireChannelInactive();
        }
    }

    private ServiceError lateError() {
        return ServiceError.of(
                ErrorType.REQUEST_TIMEOUT,
                String.format(
                        Locale.ROOT,
                        "The request took longer than %d ms to arrive (cases.limits.read)",
                        connections.limits().read().toMillis()));
    }

    private static long unsent(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }

    private void stop(ChannelHandlerContext context) {
        stopping = true;
        // In two steps: bytes that arrived before the first, but which a busy machine has not read yet, are read before
        // the second.
        ConnectionTimer.in(
                GRACE_MILLIS,
                context,
                () -> ConnectionTimer.in(LAST_LOOK_MILLIS, context, () -> {
                    graceIsOver = true;
                    endIfQuiet(context);
                }));
    }

    private void endIfQuiet(ChannelHandlerContext context) {
        if (graceIsOver && !ended && !answering && !arriving && !headBegun && waiting.isEmpty()) {
            ended = true;
            // After the last response has been sent.
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void close(ChannelHandlerContext context) {
        ended = true;
        LingeringClose.close(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        leave(context);
        share.close();
    }
}
