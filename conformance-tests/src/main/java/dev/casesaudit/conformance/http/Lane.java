package dev.casesaudit.conformance.http;

import java.io.IOException;

/** A way to the target. */
interface Lane extends AutoCloseable {

    /** Sends a request, headers and all, as it stands. */
    Reply.Answer send(Request request) throws IOException;

    @Override
    default void close() {}
}
