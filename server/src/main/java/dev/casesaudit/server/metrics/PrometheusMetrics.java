package dev.casesaudit.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Metrics in the text format of Prometheus. */
public final class PrometheusMetrics implements Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer stored = uses(false);
    private final Timer failed = uses(true);

    private Timer uses(boolean isFailed) {
        return Timer.builder("cases.store")
                .description("Uses of the database, from asking for a connection to its return")
                .tag("failed", String.valueOf(isFailed))
                .publishPercentileHistogram()
                .register(registry);
    }

    @Override
    public void answered(String operation, int status, boolean hadFault, Duration took) {
        Timer.builder("cases.requests")
                .description("Requests to operations, from their head to the end of the response")
                .tag("operation", operation.isEmpty() ? "none" : operation)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(took);
        if (hadFault) {
            Counter.builder("cases.faults")
                    .description("Responses with a fault that was asked for")
                    .tag("operation", operation.isEmpty() ? "none" : operation)
                    .register(registry)
                    .increment();
        }
    }

    @Override
    public void stored(Duration took, boolean isFailed) {
        (isFailed ? failed : stored).record(took);
    }

    @Override
    public void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(description).register(registry);
    }

    /** Returns all metrics, in the text format. */
    public String text() {
        return registry.scrape();
    }
}
