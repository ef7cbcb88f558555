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

    private static final String PATH = CanonicalPath.class.getName();

    /** Has JAX-RS see this path in place of the one that came, and no query. */
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

    // This constructor quotes each %, and JAX-RS takes one level of quoting off before it decodes.
    private static URI uri(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a path: " + path, e);
        }
    }
}
