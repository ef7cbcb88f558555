package dev.casesaudit.conformance.http;

import java.time.Duration;

/** How fast requests follow each other: as the run's limits allow, slower once the target throttles, and then slowly faster again. */
final class Pace {

    private static final double FIRST_SECONDS = 0.1;
    private static final double LARGEST_SECONDS = 5;
    private static final double SLOWER = 1.5;
    private static final double FASTER = 0.9;

    // A limit that holds for a second or so has shown itself by then.
    private static final int SERVED_BEFORE_FASTER = 25;

    private final Time time;
    private final double least;
    private double seconds;
    private int served;
    private long next;

    /** Takes the rate, in requests a second; 0 for as fast as the target answers. */
    Pace(double rate, Time time) {
        this.time = time;
        this.least = rate > 0 ? 1 / rate : 0;
        this.seconds = least;
        this.next = time.nanos();
    }

    /** Waits until the next request may be sent. */
    void await() {
        long wait = next - time.nanos();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
        next = time.nanos() + (long) (seconds * 1e9);
    }

    /** The target throttled a request that it served later. */
    void slower() {
        served = 0;
        seconds = Math.max(least, Math.min(LARGEST_SECONDS, Math.max(FIRST_SECONDS, seconds * SLOWER)));
    }

    /** The target served a request. */
    void served() {
        served++;
        if (served % SERVED_BEFORE_FASTER == 0) {
            seconds = seconds * FASTER < FIRST_SECONDS ? least : Math.max(least, seconds * FASTER);
        }
    }

    /** Whether the target made it slower than the run's limits. */
    boolean slowed() {
        return seconds > least;
    }
}
