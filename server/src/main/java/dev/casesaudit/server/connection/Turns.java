package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
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
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Lets the requests of one connection through one after the other, the next when the last is answered and the client takes its
 * answers. Ends the connection when the client keeps it waiting for too long, and when the mock stops.
 */
// Vert.x would take as many pipelined requests as come, and keep the answers that nobody reads.
final class Turns extends ChannelDuplexHandler {

    // For requests that are under way when the mock is told to stop.
    private static final long GRACE_MILLIS = 500;

    private static final long LAST_LOOK_MILLIS = 20;

    private final Connections connections;
    private final Patience patience;
    private final BodyShare body;
    private final Queue<Object> waiting = new ArrayDeque<>();

    // Of the request whose turn it is: whether its end is missing, and its answer's end.
    private boolean arriving;
    private boolean answering;

    // Bytes came that are not a whole head yet.
    private boolean headBegun;

    // An answer said that it is the connection's last.
    private boolean leaving;

    private boolean readSomething;
    private boolean passing;
    private boolean ended;
    private boolean left;

    // The mock is to stop, and then: what is quiet now may end.
    private boolean stopping;
    private boolean graceIsOver;

    Turns(Connections connections) {
        this.connections = connections;
        patience = Patience.of(connections.limits());
        body = new BodyShare(connections.bodies());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        long period = patience.periodMillis();
        // Not at a fixed rate: after a pause of the process ticks would be made up for, and clients blamed.
        Future<?> ticks =
                context.executor().scheduleWithFixedDelay(() -> tick(context), period, period, TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(closed -> ticks.cancel(false));
        connections.whenStopping(context.channel(), () -> context.executor().execute(() -> stop(context)));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        patience.moves();
        readSomething = true;
        headBegun = false;
        if (ended) {
            ReferenceCountUtil.release(message);
        } else if (waiting.isEmpty() && mayPass(context, message)) {
            pass(context, message);
        } else {
            waiting.add(message);
            // At once, not when all is read that has come: small requests take far more memory than their bytes.
            context.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!readSomething && !arriving && waiting.isEmpty()) {
            patience.moves();
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
        // What comes after an answer is not kept.
        if (answering
                && message instanceof HttpContent part
                && !body.takes(part.content().readableBytes())) {
            int size = part.content().readableBytes();
            ReferenceCountUtil.release(message);
            end(context, body.refusal(size));
            return;
        }
        if (message instanceof LastHttpContent) {
            arriving = false;
            patience.isThere();
        }
        context.fireChannelRead(message);
        endIfQuiet(context);
    }

    private void passWaiting(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            return;
        }
        // Before, not after: Vert.x may stop reading because of what it gets here.
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
        body.giveBack();
        patience.moves();
        if (stopping && (leaving || waiting.isEmpty())) {
            ended = true;
            forward(context, message, promise.unvoid().addListener(Farewell.listener(context)));
        } else {
            forward(context, message, promise);
            passWaitingSoon(context);
        }
    }

    // The writer learns by its promise what became of it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void forward(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
    }

    private void tick(ChannelHandlerContext context) {
        long unsent = unsent(context);
        if (!ended && (arriving || (headBegun && !answering))) {
            endIfLate(context);
        } else if ((ended || !answering || unsent > 0) && patience.endsQuiet(unsent)) {
            // Also a client that does not take the last of what it was to be told.
            close(context);
        }
    }

    private void endIfLate(ChannelHandlerContext context) {
        if (!patience.endsArriving()) {
            return;
        }
        if (arriving && !answering) {
            close(context);
        } else {
            end(context, lateness());
        }
    }

    private void end(ChannelHandlerContext context, ServiceError error) {
        ended = true;
        Farewell.answer(context, error);
        leave(context);
    }

    // What has arrived is of no use any more, and not to be kept until the client has gone.
    private void leave(ChannelHandlerContext context) {
        if (!left) {
            left = true;
            body.giveBack();
            context.fireChannelInactive();
        }
    }

    private ServiceError lateness() {
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
        // In two steps: what had arrived by the first, on a thread that the machine kept from its work, is read by the
        // second.
        Later.in(
                GRACE_MILLIS,
                context,
                () -> Later.in(LAST_LOOK_MILLIS, context, () -> {
                    graceIsOver = true;
                    endIfQuiet(context);
                }));
    }

    private void endIfQuiet(ChannelHandlerContext context) {
        if (graceIsOver && !ended && !answering && !arriving && !headBegun && waiting.isEmpty()) {
            ended = true;
            // Once what was answered has left.
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void close(ChannelHandlerContext context) {
        ended = true;
        Farewell.close(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        leave(context);
    }
}
