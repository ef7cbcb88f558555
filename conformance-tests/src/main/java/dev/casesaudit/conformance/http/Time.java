package dev.casesaudit.conformance.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A clock that can wait. Tests use one that does not wait. */
interface Time {

    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) {
            try {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };

    long nanos();

    void sleep(Duration time);
}
