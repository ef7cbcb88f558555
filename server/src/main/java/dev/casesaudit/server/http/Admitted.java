package dev.casesaudit.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** What the gate found out about a request, for the JAX-RS providers behind it. */
record Admitted(Labels labels, Buffer body) {

    private static final String KEY = Admitted.class.getName();

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** Nothing for requests that are not for the operation. */
    static Optional<Admitted> of(ServerRequestContext request) {
        RoutingContext context = ((ResteasyReactiveRequestContext) request).unwrap(RoutingContext.class);
        return Optional.ofNullable(context.get(KEY));
    }
}
