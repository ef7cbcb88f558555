package dev.casesaudit.server.http;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.fault.Fault;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends what the operation answers: at once and in one piece, so that it is not chunked; or as a fault has it. */
// Made when it is first used: writers are made at a time when the configuration cannot be read yet.
@ApplicationScoped
class Answers {

    private static final Map<String, String> PAGE = Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);

    private final Duration longest;

    Answers(CasesConfig config) {
        longest = config.faults().longest();
    }

    /** Sends a page. */
    void page(ServerRequestContext context, byte[] json) {
        send(context, 200, PAGE, json);
    }

    /** Sends any answer. */
    void send(ServerRequestContext context, int status, Map<String, String> headers, byte[] body) {
        // On its own the framework adds a charset, which JSON does not have, after the writer is done.
        ((ResteasyReactiveRequestContext) context).setResponseContentType((MediaType) null);
        RoutingContext vertx = ((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class);
        Optional<Fault> fault = CurrentRequest.fault(vertx);
        if (fault.isEmpty()) {
            context.serverResponse()
                    .setResponseHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .end(body);
        } else {
            // What the framework would write into the head, a fault may have to say otherwise.
            context.serverResponse().setPreCommitListener(null);
            new Delivery(vertx, fault.get(), longest, status, headers, body).begin();
        }
    }
}
