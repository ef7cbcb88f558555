package dev.casesaudit.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.function.BiConsumer;

/** The headers of every response, whichever layer sends it. */
public final class CommonHeaders {

    private CommonHeaders() {}

    /** Sets them on the response to a request that passes the filters. */
    static void set(BiConsumer<CharSequence, CharSequence> headers) {
        headers.accept(RequestIds.HEADER, RequestIds.next());
        headers.accept(HttpHeaderNames.DATE, Dates.now());
    }

    /** Sets them on a response to a request that reaches no filter. */
    public static void setUnfiltered(BiConsumer<CharSequence, CharSequence> headers) {
        set(headers);
        CrossOrigin.exposeToAll(headers);
    }
}
