package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.cors.CORSConfig;
import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs before Quarkus's CORS filter, which refuses requests with an empty body. */
@ApplicationScoped
class CrossOrigin {

    // Between the request ids and Quarkus's filter.
    private static final int BEFORE_QUARKUS = 900;

    // Read here for responses that are made on a connection, where nothing can be injected.
    private static final boolean ENABLED = ConfigProvider.getConfig()
            .getOptionalValue("quarkus.http.cors.enabled", Boolean.class)
            .orElse(false);
    private static final String EXPOSED = String.join(
            ",",
            ConfigProvider.getConfig()
                    .getOptionalValues("quarkus.http.cors.exposed-headers", String.class)
                    .orElse(List.of()));

    private final CORSConfig config;
    private final List<Pattern> patterns;

    CrossOrigin(VertxHttpConfig http) {
        config = http.cors();
        patterns = CORSFilter.parseAllowedOriginsRegex(config.origins());
    }

    /** Lets any origin read a response to a request whose origin is unknown. Such responses contain no data. */
    static void exposeToAll(BiConsumer<CharSequence, CharSequence> headers) {
        if (ENABLED) {
            headers.accept(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            headers.accept(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            headers.accept(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        }
    }

    /** Whether the operator allows this origin by name, and not only any origin. */
    boolean isAllowedByName(String origin) {
        return config.enabled()
                && !origin.equals("null")
                && !CORSFilter.isConfiguredWithWildcard(config.origins())
                && isListed(origin);
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::admit, BEFORE_QUARKUS);
        }
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaderNames.ORIGIN);
        context.response().headers().set(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        boolean listed = origin != null && isListed(origin);
        if (origin != null && !listed && !isSame(request, origin)) {
            refuse(
                    context,
                    String.format(
                            Locale.ROOT,
                            "The origin '%s' may not call this mock: add it to quarkus.http.cors.origins",
                            origin));
        } else if (listed && !isPreflight(request) && !isAllowed(request.method())) {
            refuse(
                    context,
                    String.format(
                            Locale.ROOT,
                            "The method %s may not be called from other origins: add it to quarkus.http.cors.methods",
                            request.method()));
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, String message) {
        ErrorAnswers.send(ServiceError.of(ErrorType.ACCESS_DENIED, message), context.response());
    }

    private boolean isListed(String origin) {
        return config.origins()
                .filter(origins -> origins.equals(List.of("*"))
                        || origins.contains(origin)
                        || CORSFilter.isOriginAllowedByRegex(patterns, origin))
                .isPresent();
    }

    /** Whether the host of a request serves pages of this origin. */
    static boolean isSame(HttpServerRequest request, String origin) {
        return origin.equals(request.scheme() + "://" + request.getHeader(HttpHeaderNames.HOST));
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && (request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)
                        || request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS));
    }

    private boolean isAllowed(HttpMethod method) {
        return CORSFilter.isConfiguredWithWildcard(config.methods())
                || config.methods().orElseThrow().contains(method.name());
    }
}
