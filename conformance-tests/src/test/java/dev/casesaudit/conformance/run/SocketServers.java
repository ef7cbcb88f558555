package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.stub.RawServer;
import java.nio.charset.StandardCharsets;

/** Servers that speak no HTTP. */
final class SocketServers {

    private SocketServers() {}

    /** Sends the same bytes on each connection and closes it. */
    static RawServer sending(String bytes) {
        return new RawServer(connection -> {
            // Closing a connection with unread bytes resets it, and what was sent is lost.
            connection.setSoTimeout(1000);
            connection.getInputStream().read(new byte[64 * 1024]);
            connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            connection.close();
        });
    }

    /** Sends nothing and keeps each connection open. */
    static RawServer silent() {
        return new RawServer(connection -> {});
    }
}
