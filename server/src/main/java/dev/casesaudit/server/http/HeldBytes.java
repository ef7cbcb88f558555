package dev.casesaudit.server.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;

/** The bytes that the current request of a connection and its response hold in memory. */
public final class HeldBytes {

    private static final AttributeKey<Counter> COUNTER = AttributeKey.valueOf(HeldBytes.class, "counter");

    private HeldBytes() {}

    /** Sets the counter. Must be called by the thread of the connection. */
    public static void countBy(Channel connection, Counter counter) {
        connection.attr(COUNTER).set(counter);
    }

    /** Reserves memory until the response has been sent, and returns whether there was room. */
    static boolean take(Channel connection, int bytes) {
        Counter counter = connection.attr(COUNTER).get();
        return counter == null || counter.takes(bytes);
    }

    /** Releases the bytes of a body that is no longer in memory. */
    static void giveBack(Channel connection, int bytes) {
        Counter counter = connection.attr(COUNTER).get();
        if (counter == null) {
            return;
        }
        if (connection.eventLoop().inEventLoop()) {
            counter.giveBack(bytes);
        } else {
            connection.eventLoop().execute(() -> counter.giveBack(bytes));
        }
    }

    /** Counts the bytes of one connection. */
    public interface Counter {

        boolean takes(int bytes);

        void giveBack(int bytes);
    }
}
