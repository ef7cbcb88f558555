package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import io.netty.channel.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A body that is read while it arrives. Back pressure slows the client down to the speed of the reader. */
final class BodyStream extends InputStream {

    private static final int MOST_WAITING = 64 * 1024;

    private final HttpServerRequest request;
    private final Channel channel;
    private final long maxSize;
    private final Queue<Buffer> parts = new ArrayDeque<>();
    private int waiting;
    private long size;
    private boolean ended;
    private @Nullable ServiceException failure;

    // The part that is being read.
    private byte[] current = {};
    private int next;

    BodyStream(HttpServerRequest request, long maxSize) {
        this.request = request;
        this.channel = ((ConnectionBase) request.connection()).channel();
        this.maxSize = maxSize;
    }

    synchronized void append(Buffer part) {
        if (failure != null) {
            HeldBytes.giveBack(channel, part.length());
            return;
        }
        size += part.length();
        waiting += part.length();
        parts.add(part);
        if (size > maxSize) {
            fail(tooLarge(maxSize));
        } else if (waiting > MOST_WAITING) {
            request.pause();
        }
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Ends the stream with a failure for its reader. */
    synchronized void fail(ServiceException reason) {
        failure = reason;
        parts.clear();
        HeldBytes.giveBack(channel, waiting);
        waiting = 0;
        notifyAll();
    }

    synchronized boolean isEnded() {
        return ended;
    }

    static ServiceException tooLarge(long maxSize) {
        return new ServiceException(
                ErrorType.REQUEST_ENTITY_TOO_LARGE,
                String.format(Locale.ROOT, "The request body is larger than %d bytes", maxSize));
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : current[next++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, current.length - next);
        System.arraycopy(current, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean isAtEnd() {
        while (next == current.length) {
            Buffer part = nextPart();
            if (part == null) {
                return true;
            }
            current = part.getBytes();
            next = 0;
        }
        return false;
    }

    private synchronized @Nullable Buffer nextPart() {
        try {
            while (parts.isEmpty() && !ended && failure == null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(ErrorType.SERVICE_UNAVAILABLE, "The mock stops");
        }
        if (failure != null) {
            throw failure;
        }
        Buffer part = parts.poll();
        if (part != null) {
            waiting -= part.length();
            int taken = part.length();
            boolean isRoom = waiting <= MOST_WAITING / 2;
            channel.eventLoop().execute(() -> {
                HeldBytes.giveBack(channel, taken);
                if (isRoom) {
                    request.resume();
                }
            });
        }
        return part;
    }
}
