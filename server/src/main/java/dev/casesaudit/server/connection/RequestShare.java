package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.http.HeldBytes;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The share of one connection in the memory budget: for the current request, waiting requests, and an incomplete head.
 */
final class RequestShare implements HeldBytes.Counter {

    // The memory of a request or a part of a body besides its content.
    private static final int MESSAGE_BYTES = 512;

    // Released only with the response, because changing the shared budget is expensive.
    private static final int SLACK = 4 * 1024;

    private final RequestBudget budget;
    private long ofTurn;
    private long ofWaiting;
    private long ofHead;

    // At least the sum of the three.
    private long reserved;

    // The last measured message, and its memory.
    private @Nullable Object measured;
    private long measuredBytes;

    // The meter of the bytes being decoded, and whether they are a head or the space before it.
    private HeadMeter reading = HeadMeter.NOTHING;
    private boolean inHead = true;

    RequestShare(RequestBudget budget) {
        this.budget = budget;
    }

    /** Reserves memory for what a read adds to a head, and returns whether there was room. */
    boolean takesRead(HeadMeter meter) {
        reading = meter;
        return !inHead || takesOfHead();
    }

    private boolean takesOfHead() {
        long size = reading.undecoded();
        ofHead += size;
        if (isCovered()) {
            return true;
        }
        ofHead -= size;
        return false;
    }

    /** Reserves memory for a decoded part of a request that waits, and returns whether there was room. */
    boolean takes(Object message) {
        if (message instanceof HttpRequest) {
            ofHead = 0;
            inHead = false;
            // While the rest of the request can still be seen.
            reading.undecoded();
        }
        measured = message;
        measuredBytes = memoryOf(message);
        ofWaiting += measuredBytes;
        if (!isCovered()) {
            ofWaiting -= measuredBytes;
            return false;
        }
        if (message instanceof LastHttpContent) {
            inHead = true;
            return takesOfHead();
        }
        return true;
    }

    // Reserves what is missing, if there is room.
    private boolean isCovered() {
        long missing = ofTurn + ofWaiting + ofHead - reserved;
        if (missing <= 0) {
            return true;
        }
        boolean takes = budget.takes(reserved, missing);
        reserved += takes ? missing : 0;
        return takes;
    }

    private void giveBackMoreThan(int kept) {
        long rest = reserved - ofTurn - ofWaiting - ofHead;
        if (rest > kept) {
            budget.givesBack(rest);
            reserved -= rest;
        }
    }

    /**
     * A waiting part of a request is passed on.
     *
     * @param isKept whether its request has no response yet
     */
    void passes(Object message, boolean isKept) {
        long size = message == measured ? measuredBytes : memoryOf(message);
        measured = null;
        ofWaiting -= size;
        // Only the bytes of a body: its parts are joined.
        ofTurn += !isKept ? 0 : message instanceof HttpRequest ? size : size - MESSAGE_BYTES;
        giveBackMoreThan(SLACK);
    }

    private static long memoryOf(Object message) {
        long size = MESSAGE_BYTES;
        if (message instanceof HttpRequest request) {
            long length = request.uri().length();
            int count = 1;
            Iterator<Map.Entry<CharSequence, CharSequence>> headers =
                    request.headers().iteratorCharSequence();
            while (headers.hasNext()) {
                Map.Entry<CharSequence, CharSequence> header = headers.next();
                length += header.getKey().length() + header.getValue().length();
                count++;
            }
            size += HeadMeter.memoryOf(length, count);
        }
        return message instanceof HttpContent part ? size + part.content().readableBytes() : size;
    }

    /** Returns the error for a request whose next part has no room. */
    ServiceError refusal(Object message) {
        long largest = budget.largest();
        return message instanceof HttpContent && ofTurn + memoryOf(message) > largest
                ? ServiceError.of(
                        ErrorType.REQUEST_ENTITY_TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "The request is larger than %d bytes (half of cases.limits.bodies)",
                                largest))
                : ServiceError.of(
                        ErrorType.SERVICE_UNAVAILABLE,
                        "There is no room for the request beside others (cases.limits.bodies)");
    }

    /** Releases what the current request holds. */
    void giveBack() {
        ofTurn = 0;
        giveBackMoreThan(0);
    }

    /** Reserves memory for the response to the current request, and returns whether there was room. */
    @Override
    public boolean takes(int size) {
        ofTurn += size;
        if (isCovered()) {
            return true;
        }
        ofTurn -= size;
        return false;
    }

    /**
     * Releases a part of that: a body that is read as a stream is held in parts. Nothing is left after the response.
     */
    @Override
    public void giveBack(int size) {
        ofTurn -= Math.min(size, ofTurn);
        giveBackMoreThan(0);
    }

    /** Releases everything when the connection is closed: until then the decoder keeps an incomplete head. */
    void close() {
        ofTurn = 0;
        ofWaiting = 0;
        ofHead = 0;
        measured = null;
        giveBackMoreThan(0);
    }
}
