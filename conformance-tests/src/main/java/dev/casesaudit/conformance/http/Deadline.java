package dev.casesaudit.conformance.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The deadline of an exchange. Its clock starts with the first wait for the target, since a slow start of the client is
 * not the target's.
 */
final class Deadline {

    private long end;
    private boolean started;
    private Duration timeout = Duration.ZERO;

    /** Restarts the clock for the next exchange. */
    synchronized void in(Duration time) {
        timeout = time;
        started = false;
    }

    /** Returns the remaining milliseconds, at least one. */
    synchronized int left() throws SocketTimeoutException {
        if (!started) {
            started = true;
            end = System.nanoTime() + timeout.toNanos();
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw over();
        }
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }

    synchronized SocketTimeoutException over() {
        return new SocketTimeoutException(
                String.format(Locale.ROOT, "none came within %s seconds", timeout.toMillis() / 1000.0));
    }
}
