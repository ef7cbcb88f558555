package dev.casesaudit.conformance.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request and its response.
 *
 * @param number the number of the exchange in the run, from 1
 */
public record Exchange(int number, Request request, Reply reply) {

    private static final long OBJECT = 128;

    /** Returns the exchange with bodies and heads cut to a number of bytes. */
    public Exchange shortened(int most) {
        Request sent = new Request(
                request.method(),
                request.target(),
                request.headers(),
                request.body().shortened(most),
                request.retried(),
                request.identity(),
                request.raw());
        if (!(reply instanceof Reply.Response response)) {
            return new Exchange(number, sent, reply);
        }
        List<Header> headers = new ArrayList<>();
        int size = 0;
        for (Header header : response.headers()) {
            size += header.name().length() + header.value().length();
            if (size > most) {
                headers.add(new Header("...", "headers beyond " + most + " characters are left out"));
                break;
            }
            headers.add(header);
        }
        return new Exchange(
                number,
                sent,
                new Reply.Response(response.status(), headers, response.body().shortened(most), response.took()));
    }

    /** Returns the approximate size in memory. Many short headers take more than their characters. */
    public long size() {
        long size = OBJECT + OBJECT * request.headers().size() + request.body().size();
        if (reply instanceof Reply.Silence silence) {
            size += silence.received().size();
        }
        if (reply instanceof Reply.Response response) {
            size += response.body().size();
            for (Header header : response.headers()) {
                size += OBJECT + header.name().length() + header.value().length();
            }
        }
        return size;
    }

    /** Returns the response. Only the evidence of a {@link ProbeFailure} has none. */
    public Reply.Response response() {
        if (reply instanceof Reply.Response response) {
            return response;
        }
        throw new IllegalStateException(String.format(Locale.ROOT, "exchange %d has no response", number));
    }
}
