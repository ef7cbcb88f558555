package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one connection holds of the budget of requests: for the request whose turn it is, for those that wait, and for a head that is
 * not whole yet.
 */
final class RequestShare {

    // Of a request or a part of a body, besides what it holds.
    private static final int MESSAGE_BYTES = 512;

    // Given back with the answer only: all connections share the budget, so to change it is dear.
    private static final int SLACK = 4 * 1024;

    private final RequestBudget budget;
    private long ofTurn;
    private long ofWaiting;
    private long ofHead;

    // At least all three together.
    private long reserved;

    // What was last looked at, and the memory that it takes up.
    private @Nullable Object measured;
    private long measuredBytes;

    // What is decoded now, and whether that is a head or the space before it.
    private HeadMeter reading = HeadMeter.NOTHING;
    private boolean inHead = true;

    RequestShare(RequestBudget budget) {
        this.budget = budget;
    }

    /** Takes room for what a read adds to a head before it is decoded, and says whether there was any. */
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

    /** Takes room for a part of a request that was decoded and waits for its turn, and says whether there was any. */
    boolean takes(Object message) {
        if (message instanceof HttpRequest) {
            ofHead = 0;
            inHead = false;
            // While the rest of the request may still be there to be seen.
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
     * Has a part of a request no longer wait.
     *
     * @param isKept whether it belongs to a request that is not answered yet
     */
    void passes(Object message, boolean isKept) {
        long size = message == measured ? measuredBytes : memoryOf(message);
        measured = null;
        ofWaiting -= size;
        // Of a body only its bytes: its parts are put together.
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

    /** What a request gets for whose next part there is no room. */
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

    /** Gives back what the request whose turn it is holds. */
    void giveBack() {
        ofTurn = 0;
        giveBackMoreThan(0);
    }

    /** Gives back a part of that: a body that is read as it arrives is held in parts. None is left of one that was answered. */
    void giveBack(int size) {
        ofTurn -= Math.min(size, ofTurn);
        giveBackMoreThan(0);
    }

    /** Gives back all, once the connection is closed: the decoder keeps what it has of a head until then. */
    void close() {
        ofTurn = 0;
        ofWaiting = 0;
        ofHead = 0;
        measured = null;
        giveBackMoreThan(0);
    }
}
