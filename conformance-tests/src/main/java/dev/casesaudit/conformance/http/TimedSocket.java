package dev.casesaudit.conformance.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A socket that keeps a deadline. The timeout that sockets have is for one read: each byte that trickles in starts it anew. */
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

    // A shorter timeout is somebody's who only looks whether the connection is still open.
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
