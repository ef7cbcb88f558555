package dev.casesaudit.conformance.http;

import java.time.Duration;

/** The pace of requests: the rate of the run, slower after throttling, then slowly faster again. */
final class Pace {

    private static final double FIRST_SECONDS = 0.1;
    private static final double LARGEST_SECONDS = 5;
    private static final double SLOWER = 1.5;
    private static final double FASTER = 0.9;

    // Long enough for the usual rate limits of about a second to show.
    private static final int SERVED_BEFORE_FASTER = 25;

    private final Time time;
    private final double least;
    private double seconds;
    private int served;
    private long next;

    /** Takes the rate in requests per second; 0 for no limit. */
    Pace(double rate, Time time) {
        this.time = time;
        this.least = rate > 0 ? 1 / rate : 0;
        this.seconds = least;
        this.next = time.nanos();
    }

    /** Waits for the time of the next request. */
    void await() {
        long wait = next - time.nanos();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
        next = time.nanos() + (long) (seconds * 1e9);
    }

    /** Records that the target throttled a request and served it later. */
    void slower() {
        served = 0;
        seconds = Math.max(least, Math.min(LARGEST_SECONDS, Math.max(FIRST_SECONDS, seconds * SLOWER)));
    }

    /** Records that the target served a request. */
    void served() {
        served++;
        if (served % SERVED_BEFORE_FASTER == 0) {
            seconds = seconds * FASTER < FIRST_SECONDS ? least : Math.max(least, seconds * FASTER);
        }
    }

    /** Whether throttling made the pace slower than the rate of the run. */
    boolean slowed() {
        return seconds > least;
    }
}
