package dev.casesaudit.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.function.BiConsumer;

/** The headers that every answer has, whoever makes it. */
public final class CommonHeaders {

    private CommonHeaders() {}

    /** Sets them on an answer whose request is handled from its first filter on. */
    static void set(BiConsumer<CharSequence, CharSequence> headers) {
        headers.accept(RequestIds.HEADER, RequestIds.next());
        headers.accept(HttpHeaderNames.DATE, Dates.now());
    }

    /** Sets them on an answer whose request met no filter. */
    public static void setUnfiltered(BiConsumer<CharSequence, CharSequence> headers) {
        set(headers);
        CrossOrigin.exposeToAll(headers);
    }
}
