package dev.casesaudit.server.connection;

import java.time.Duration;

/** Counts for how many ticks a client has kept its connection waiting. A request does not have to look at a clock for it. */
final class ConnectionTimeouts {

    // A limit is kept to within a quarter.
    private static final int TICKS = 4;

    private final long periodMillis;
    private final long mostQuiet;
    private final long mostArriving;
    private long quiet;
    private long arriving;
    private long unsent;

    private ConnectionTimeouts(Duration idle, Duration read) {
        long shortest = Math.min(idle.toMillis(), read.toMillis());
        periodMillis = shortest / TICKS;
        mostQuiet = ticks(idle);
        mostArriving = ticks(read);
    }

    static ConnectionTimeouts of(ConnectionLimits limits) {
        return new ConnectionTimeouts(limits.idle(), limits.read());
    }

    private long ticks(Duration limit) {
        return (limit.toMillis() + periodMillis - 1) / periodMillis;
    }

    /** How often it wants to be asked. */
    long periodMillis() {
        return periodMillis;
    }

    /** Something happened on the connection. */
    void moves() {
        quiet = 0;
    }

    /** A request is there, to its last byte. */
    void isThere() {
        arriving = 0;
    }

    /** Whether a request has been arriving for too long, one tick later. */
    boolean endsArriving() {
        return ++arriving > mostArriving;
    }

    /**
     * Whether nothing has happened for too long, one tick later.
     *
     * @param nowUnsent how many bytes the client has yet to take, which is something that happens if it changes
     */
    boolean endsQuiet(long nowUnsent) {
        quiet = nowUnsent == unsent ? quiet + 1 : 0;
        unsent = nowUnsent;
        return quiet > mostQuiet;
    }
}
