package dev.casesaudit.conformance.http;

import java.io.IOException;
import java.time.Duration;

/** Sends requests to the target. */
interface Transport extends AutoCloseable {

    /**
     * Sends a request unchanged. It reads the response while it sends the request, since a target may respond early and
     * close the connection.
     *
     * @param timeout the longest time for the exchange
     */
    Reply.Response send(Request request, Duration timeout) throws IOException;

    @Override
    void close();
}
