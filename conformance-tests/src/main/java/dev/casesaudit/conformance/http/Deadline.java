package dev.casesaudit.conformance.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When an exchange has to be over. */
final class Deadline {

    private volatile long end = System.nanoTime();
    private volatile Duration timeout = Duration.ZERO;

    /** Begins anew, for the next exchange. */
    void in(Duration time) {
        timeout = time;
        end = System.nanoTime() + time.toNanos();
    }

    /** Returns how many milliseconds are left, at least one. */
    int left() throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw over();
        }
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }

    SocketTimeoutException over() {
        return new SocketTimeoutException("nothing came within %s seconds".formatted(timeout.toMillis() / 1000.0));
    }
}
