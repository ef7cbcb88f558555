package dev.casesaudit.conformance.http;

import java.io.IOException;
import java.time.Duration;

/** A way to the target. */
interface Transport extends AutoCloseable {

    /**
     * Sends a request, headers and all, as it stands. The response is read while the request is sent: a target may answer before it has
     * read all of a request, and close.
     *
     * @param timeout how long the exchange may take
     */
    Reply.Answer send(Request request, Duration timeout) throws IOException;

    @Override
    void close();
}
