package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A connection whose end is waited for. It must come neither before a limit nor long after it.
 *
 * @param since when the connection was about to be opened: before the mock's clock can have started
 */
record TimedConnection(RawConnection connection, long since) {

    // The mock looks at its clock at the limit's end or later, and never before.
    private static final Duration TOLERANCE = Duration.ofMillis(20);

    // For a machine that is busy with other things.
    private static final Duration MAX_DELAY = Duration.ofSeconds(10);

    static TimedConnection on(URI endpoint) throws IOException {
        long since = System.nanoTime();
        return new TimedConnection(RawConnection.underLoad(endpoint), since);
    }

    /** Waits until something has come back on each, looking at all in turn, so that none can hide behind another. */
    static void awaitAll(List<TimedConnection> all, Duration limit) throws IOException {
        List<TimedConnection> left = new ArrayList<>(all);
        while (!left.isEmpty()) {
            for (Iterator<TimedConnection> each = left.iterator(); each.hasNext(); ) {
                if (each.next().isOver(1, limit)) {
                    each.remove();
                }
            }
        }
    }

    /** Whether a response or the end has arrived, or arrives within so many milliseconds. */
    boolean isOver(int millis, Duration limit) throws IOException {
        boolean over = connection.isReadable(millis);
        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        if (over) {
            assertThat(waited).as("wait until the end").isGreaterThanOrEqualTo(limit.minus(TOLERANCE));
        }
        assertThat(waited)
                .as("wait until the end")
                .isLessThan(limit.multipliedBy(3).plus(MAX_DELAY));
        return over;
    }
}
