package dev.casesaudit.benchmark.plan;

/** The benchmark cannot run as requested. The message is meant for the user. */
public final class NotReady extends RuntimeException {

    public NotReady(String message) {
        super(message, null, false, false);
    }
}
