package dev.casesaudit.server.connection;

import java.time.Duration;

/**
 * Measures in ticks how long a client has kept its connection waiting, so that a request does not have to read a clock.
 */
final class ConnectionTimeouts {

    // A limit is exact to a quarter.
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

    /** Returns the length of a tick. */
    long periodMillis() {
        return periodMillis;
    }

    /** There was activity on the connection. */
    void moves() {
        quiet = 0;
    }

    /** A request has arrived completely. */
    void isThere() {
        arriving = 0;
    }

    /** Advances one tick, and returns whether a request has exceeded its limit. */
    boolean endsArriving() {
        return ++arriving > mostArriving;
    }

    /**
     * Advances one tick, and returns whether the connection has been idle for too long.
     *
     * @param nowUnsent how many bytes the client has yet to read; a change counts as activity
     */
    boolean endsQuiet(long nowUnsent) {
        quiet = nowUnsent == unsent ? quiet + 1 : 0;
        unsent = nowUnsent;
        return quiet > mostQuiet;
    }
}
