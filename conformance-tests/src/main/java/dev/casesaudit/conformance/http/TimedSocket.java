package dev.casesaudit.conformance.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A socket with a deadline. The timeout of a plain socket is for one read, and each byte restarts it. */
final class TimedSocket extends Socket {

    private final Deadline deadline;

    TimedSocket(Proxy proxy, Deadline deadline) {
        super(proxy);
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return timed(in, bytes, from, length);
            }
        };
    }

    // The HTTP client sets a shorter timeout to test whether a connection is still open.
    private int timed(InputStream in, byte[] bytes, int from, int length) throws IOException {
        int own = getSoTimeout();
        int left = deadline.left();
        boolean looking = own > 0 && own < left;
        setSoTimeout(looking ? own : left);
        try {
            return in.read(bytes, from, length);
        } catch (SocketTimeoutException e) {
            throw looking ? e : deadline.over();
        } finally {
            if (!isClosed()) {
                setSoTimeout(own);
            }
        }
    }
}
