package dev.casesaudit.benchmark.plan;

/** The benchmark cannot be run as it was asked for. The message is meant for whoever asked. */
public final class NotReady extends RuntimeException {

    public NotReady(String message) {
        super(message, null, false, false);
    }
}
