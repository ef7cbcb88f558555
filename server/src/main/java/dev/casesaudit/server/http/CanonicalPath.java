package dev.casesaudit.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/** Replaces the path of a control API request by one that JAX-RS reads as the contract does. */
@Provider
@PreMatching
public class CanonicalPath implements ResteasyReactiveContainerRequestFilter {

    private static final String PATH = CanonicalPath.class.getName();

    /** Makes JAX-RS use this path, without a query, instead of the one of the request. */
    static void show(RoutingContext context, String path) {
        context.put(PATH, path);
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        RoutingContext context =
                ((ResteasyReactiveRequestContext) request.getServerRequestContext()).unwrap(RoutingContext.class);
        String path = context.get(PATH);
        if (path != null) {
            request.setRequestUri(uri(path));
        }
    }

    // This constructor percent-encodes each %, and JAX-RS undoes that before it decodes the path.
    private static URI uri(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
    }
}
