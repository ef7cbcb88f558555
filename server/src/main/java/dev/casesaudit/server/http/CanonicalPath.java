package dev.casesaudit.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/** Shows JAX-RS a path that it reads as the contract does, where the one that came is not of that kind. */
@Provider
@PreMatching
public class CanonicalPath implements ResteasyReactiveContainerRequestFilter {

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        RoutingContext context =
                ((ResteasyReactiveRequestContext) request.getServerRequestContext()).unwrap(RoutingContext.class);
        Labels.of(context)
                .filter(labels -> !labels.plain())
                .ifPresent(labels -> request.setRequestUri(uri(labels.canonicalPath())));
    }

    // This constructor quotes each %, and JAX-RS takes one level of quoting off before it decodes.
    private static URI uri(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
    }
}
