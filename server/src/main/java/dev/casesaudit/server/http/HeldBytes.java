package dev.casesaudit.server.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.function.IntConsumer;

/** How a part of a body that is not held any more is given back to whoever counts what a connection holds. */
public final class HeldBytes {

    private static final AttributeKey<IntConsumer> COUNTER = AttributeKey.valueOf(HeldBytes.class, "counter");

    private HeldBytes() {}

    /** Sets who counts. It is called by the thread of the connection. */
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
