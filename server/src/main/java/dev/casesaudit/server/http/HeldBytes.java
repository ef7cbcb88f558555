package dev.casesaudit.server.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.function.IntConsumer;

/** Lets a connection release the bytes of a body that is no longer in memory. */
public final class HeldBytes {

    private static final AttributeKey<IntConsumer> COUNTER = AttributeKey.valueOf(HeldBytes.class, "counter");

    private HeldBytes() {}

    /** Sets the counter. Must be called by the thread of the connection. */
    public static void countBy(Channel connection, IntConsumer counter) {
        connection.attr(COUNTER).set(counter);
    }

    static void giveBack(Channel connection, int bytes) {
        IntConsumer counter = connection.attr(COUNTER).get();
        if (counter == null) {
            return;
        }
        if (connection.eventLoop().inEventLoop()) {
            counter.accept(bytes);
        } else {
            connection.eventLoop().execute(() -> counter.accept(bytes));
        }
    }
}
