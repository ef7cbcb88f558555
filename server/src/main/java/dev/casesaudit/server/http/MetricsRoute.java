package dev.casesaudit.server.http;

import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.metrics.PrometheusMetrics;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the metrics, if they are counted. */
@ApplicationScoped
class MetricsRoute {

    private static final String PATH = "/q/metrics";
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    void register(@Observes Router router, Metrics metrics) {
        if (metrics instanceof PrometheusMetrics prometheus) {
            router.route(PATH)
                    .method(HttpMethod.GET)
                    .blockingHandler(
                            context -> context.response()
                                    .putHeader(HttpHeaderNames.CONTENT_TYPE, FORMAT)
                                    .end(prometheus.text()),
                            false);
        }
    }
}
