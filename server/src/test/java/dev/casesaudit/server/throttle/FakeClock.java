package dev.casesaudit.server.throttle;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that moves only when a test says so. */
public final class FakeClock implements LongSupplier {

    private final AtomicLong nanos;

    public FakeClock(long nanos) {
        this.nanos = new AtomicLong(nanos);
    }

    public FakeClock pass(Duration time) {
        return pass(time.toNanos());
    }

    public FakeClock pass(long time) {
        nanos.addAndGet(time);
        return this;
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }
}
