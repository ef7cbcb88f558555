package dev.casesaudit.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.server.config.CasesConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Serves the links to the documents at {@code /} and at the root of the control API. In a browser, the page at
 * {@code /} becomes the console.
 */
@Singleton
class IndexPage {

    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";
    private static final String JSON = "application/json";

    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String TITLE = "A mock of GetCaseAuditEvents, of Amazon Connect Cases";
    private static final String OPERATION = "POST /domains/{domainId}/cases/{caseId}/audit-history";

    private final Set<String> paths;
    private final Map<String, String> links;
    private final String control;
    private final boolean hasControl;

    IndexPage(CasesConfig config) {
        hasControl = config.control().enabled();
        paths = hasControl ? Set.of("", "/", "/_mock", "/_mock/") : Set.of("", "/");
        links = new LinkedHashMap<>();
        links.put("contract", "/q/openapi");
        links.put("swaggerUi", "/q/swagger-ui/");
        links.put("health", "/q/health");
        if (hasControl) {
            links.put("controlContract", "/_mock/openapi");
            links.put("controlState", "/_mock/state");
        }
        control = !hasControl
                ? "off (cases.control.enabled)"
                : config.control().token().isPresent()
                        ? "with a bearer token (cases.control.token)"
                        : "without a token";
    }

    boolean answers(HttpServerRequest request) {
        return METHODS.contains(request.method()) && paths.contains(request.path());
    }

    void send(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = MediaTypes.preferred(request.headers().getAll(HttpHeaderNames.ACCEPT), List.of(TEXT, HTML, JSON));
        boolean hasConsole =
                hasControl && type.equals(HTML) && !context.request().path().startsWith("/_mock");
        byte[] page = page(type, hasConsole).getBytes(StandardCharsets.UTF_8);
        HttpServerResponse response = context.response();
        // Added, as CORS may have set a value too.
        response.headers().add(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT);
        response.putHeader(HttpHeaderNames.CONTENT_TYPE, type.equals(JSON) ? JSON : type + ";charset=UTF-8")
                .putHeader(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(page.length));
        if (hasConsole) {
            response.putHeader(HttpHeaderNames.CONTENT_SECURITY_POLICY, Console.POLICY)
                    .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                    .putHeader("cross-origin-opener-policy", "same-origin")
                    .putHeader("referrer-policy", "no-referrer")
                    .putHeader("x-content-type-options", "nosniff");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(page));
        }
    }

    private String page(String type, boolean hasConsole) {
        return switch (type) {
            case JSON -> json();
            case HTML -> html(hasConsole);
            default -> text();
        };
    }

    private String json() {
        ObjectNode page =
                JsonNodeFactory.instance.objectNode().put("title", TITLE).put("operation", OPERATION);
        links.forEach(page::put);
        return page.put("control", control).toString();
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                """
                %s

                operation: %s
                %s
                control: %s
                """,
                TITLE,
                OPERATION,
                links.entrySet().stream()
                        .map(link -> link.getKey() + ": " + link.getValue())
                        .collect(Collectors.joining("\n")),
                control);
    }

    private String html(boolean hasConsole) {
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>%s</head>
                <body>%s<h1>%s</h1>
                <ul><li>operation: <code>%s</code></li>
                %s
                <li>control: %s</li></ul>%s</body></html>
                """,
                TITLE,
                hasConsole ? Console.HEAD : "",
                hasConsole ? "<mock-console><main>" : "",
                TITLE,
                OPERATION,
                links.entrySet().stream()
                        .map(link -> String.format(
                                Locale.ROOT,
                                "<li>%s: <a href=\"%s\">%s</a></li>",
                                link.getKey(),
                                link.getValue(),
                                link.getValue()))
                        .collect(Collectors.joining("\n")),
                control,
                hasConsole ? "</main></mock-console>" : "");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    // Made with the first page, as a start has no time for it.
    private static final class Console {

        // Where the scripts find their libraries.
        private static final String IMPORTS = """
                {"imports":{"lit":"/_mock/console/lib/lit/index.js","lit-html":"/_mock/console/lib/lit-html/lit-html.js",\
                "lit-html/":"/_mock/console/lib/lit-html/","lit-element/":"/_mock/console/lib/lit-element/",\
                "@lit/reactive-element":"/_mock/console/lib/reactive-element/reactive-element.js"}}""";

        // What the first view needs, named here so that a browser loads all of it at once.
        private static final List<String> MODULES = List.of(
                "lib/lit/index.js",
                "lib/lit-element/lit-element.js",
                "lib/lit-html/lit-html.js",
                "lib/lit-html/is-server.js",
                "lib/reactive-element/reactive-element.js",
                "lib/reactive-element/css-tag.js",
                "api.js",
                "journal.js",
                "router.js",
                "store.js",
                "view.js");

        // The content of the body is for browsers without scripts; the console replaces it.
        private static final String HEAD = String.format(
                Locale.ROOT,
                """
                <meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
                <link rel="stylesheet" href="/_mock/console/console.css">
                <script type="importmap">%s</script>
                %s<script type="module" src="/_mock/console/console.js"></script>""",
                IMPORTS,
                MODULES.stream()
                        .map(module -> "<link rel=\"modulepreload\" href=\"/_mock/console/" + module + "\">\n")
                        .collect(Collectors.joining()));

        private static final String POLICY = "default-src 'none'; script-src 'self' 'sha256-" + hash(IMPORTS)
                + "'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html uplot";
    }
}
