package dev.casesaudit.server.http;

import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.json.Yaml;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Serves the contract of the operation at {@code /q/openapi}, as written or as JSON.
 *
 * <p>The OpenAPI extension of Quarkus would make every start a quarter longer: it reads the document into objects and
 * writes it again.
 */
@ApplicationScoped
class ContractRoute {

    private static final String PATH = "/q/openapi";
    private static final String JSON = "application/json";

    void register(@Observes Router router) {
        serve(router, PATH, ContractRoute::isJsonAsked);
        serve(router, PATH + ".json", context -> true);
        serve(router, PATH + ".yaml", context -> false);
        serve(router, PATH + ".yml", context -> false);
    }

    private static void serve(Router router, String path, Predicate<RoutingContext> isJson) {
        // On a worker thread: converting the YAML would block other requests for too long.
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(context -> send(context, isJson.test(context)), false);
    }

    // The parameter, which also works in a browser, takes precedence over the header.
    private static boolean isJsonAsked(RoutingContext context) {
        String format = context.request().getParam("format");
        String accept = context.request().getHeader(HttpHeaderNames.ACCEPT);
        return format == null ? accept != null && accept.startsWith(JSON) : format.equalsIgnoreCase("json");
    }

    private static void send(RoutingContext context, boolean asJson) {
        byte[] written = Contract.text(Contract.OPERATION);
        byte[] document = asJson ? json(written) : written;
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, asJson ? JSON : "application/yaml;charset=UTF-8")
                .putHeader(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(document.length));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(document));
        }
    }

    private static byte[] json(byte[] yaml) {
        try {
            return Yaml.read(new ByteArrayInputStream(yaml)).toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the contract can be read", e);
        }
    }
}
