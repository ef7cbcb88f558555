package dev.casesaudit.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets JAX-RS read a body as a stream while it arrives. */
class StreamedBodies {

    @ServerRequestFilter(preMatching = true)
    void handOn(ContainerRequestContext request, RoutingContext context) {
        BodyStream arriving = context.get(BodyStream.class.getName());
        if (arriving != null) {
            request.setEntityStream(arriving);
        }
    }
}
