package dev.casesaudit.server.metrics;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Counts what operators watch. */
public interface Metrics {

    /** Counts nothing. */
    Metrics NONE = new Metrics() {
        @Override
        public void answered(String operation, int status, boolean hadFault, Duration took) {}

        @Override
        public void stored(Duration took, boolean failed) {}

        @Override
        public void gauge(String name, String description, DoubleSupplier value) {}
    };

    /**
     * Counts a response.
     *
     * @param operation the id of the operation; empty, if the request called none
     * @param status 0 if the connection closed before the response
     * @param hadFault whether it was served with a fault that somebody asked for
     */
    void answered(String operation, int status, boolean hadFault, Duration took);

    /** Counts a use of the database. */
    void stored(Duration took, boolean failed);

    /** Shows a value that is asked for whenever somebody looks. */
    void gauge(String name, String description, DoubleSupplier value);
}
