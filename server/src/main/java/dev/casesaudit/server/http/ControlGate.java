package dev.casesaudit.server.http;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Stands before the control API, and lets through who may use it. */
@Singleton
class ControlGate {

    private static final String SCHEME = "Bearer ";
    private static final String CONTRACT = "/_mock/openapi";

    private final boolean enabled;
    private final Optional<byte[]> token;
    private final SameOriginCheck withoutToken;
    private final long maxBodySize;

    ControlGate(CasesConfig config, CrossOrigin crossOrigin) {
        requireYesOrNo();
        enabled = config.control().enabled();
        token = token(config.control());
        withoutToken = new SameOriginCheck(config.control().hosts().orElse(List.of()), crossOrigin::isAllowedByName);
        maxBodySize = SizeLimit.of("cases.control.body", config.control().body(), "1G");
    }

    private static Optional<byte[]> token(CasesConfig.Control control) {
        // Set and empty is a secret that did not arrive; Quarkus alone would take it for none.
        boolean isSet =
                ConfigProvider.getConfig().getConfigValue("cases.control.token").getRawValue() != null;
        if (isSet && control.token().orElse("").isBlank()) {
            throw new ConfigurationException("cases.control.token: expected a token, got an empty one");
        }
        if (!control.token().orElse("").chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new ConfigurationException(
                    "cases.control.token: expected visible ASCII characters, as a header can carry them, got a blank or"
                            + " another character");
        }
        return control.token().map(ControlGate::bytes);
    }

    // Whatever is not known for a yes, the library takes for a no.
    private static void requireYesOrNo() {
        String written = ConfigProvider.getConfig()
                .getConfigValue("cases.control.enabled")
                .getValue();
        if (written != null && !written.equals("true") && !written.equals("false")) {
            throw new ConfigurationException(
                    String.format(Locale.ROOT, "cases.control.enabled: expected true or false, got '%s'", written));
        }
    }

    /** Hands a request on with its body, or answers it. */
    void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            requireEnabled(request);
            // The document is no secret, and Swagger UI asks for it without a token.
            if (token.isEmpty()) {
                withoutToken.require(request);
            } else if (!request.path().equals(CONTRACT)) {
                requireToken(token.get(), request.getHeader(HttpHeaderNames.AUTHORIZATION));
            }
            showCanonical(context, request.path());
        } catch (ServiceException e) {
            ErrorAnswers.send(e.error(), context.response());
            return;
        }
        BodyReader.read(context, maxBodySize, body -> enter(context, body));
    }

    /** Hands a request on to a page from which the control API can be called, or answers it. */
    void admitToPage(RoutingContext context, Consumer<RoutingContext> page) {
        try {
            if (enabled && token.isEmpty()) {
                withoutToken.requirePage(context.request());
            }
        } catch (ServiceException e) {
            ErrorAnswers.send(e.error(), context.response());
            return;
        }
        page.accept(context);
    }

    private void requireEnabled(HttpServerRequest request) {
        // The framework would answer OPTIONS by itself, with an empty body.
        if (!enabled || request.method().equals(HttpMethod.OPTIONS)) {
            throw new ServiceException(
                    ErrorType.UNKNOWN_OPERATION,
                    String.format(Locale.ROOT, "No operation answers %s %s", request.method(), request.path()));
        }
    }

    private static void requireToken(byte[] expected, @Nullable String authorization) {
        boolean isAllowed = authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        expected, bytes(authorization.substring(SCHEME.length()).strip()));
        if (!isAllowed) {
            throw new ServiceException(
                    ErrorType.UNAUTHORIZED,
                    "The control API of this mock demands its bearer token, the value of cases.control.token");
        }
    }

    private static void showCanonical(RoutingContext context, String path) {
        String[] segments = path.split("/", -1);
        if (!Arrays.stream(segments).skip(1).allMatch(Segment::isPlain)) {
            CanonicalPath.show(
                    context,
                    Arrays.stream(segments)
                            .map(segment ->
                                    Segment.isPlain(segment) ? segment : Segment.encode(Segment.decode(segment)))
                            .collect(Collectors.joining("/")));
        }
    }

    private static void enter(RoutingContext context, Buffer body) {
        HttpServerRequest request = context.request();
        try {
            MediaTypes.requireJson(request, body.length() == 0);
        } catch (ServiceException e) {
            ErrorAnswers.send(e.error(), context.response());
            return;
        }
        request.headers().remove(HttpHeaderNames.EXPECT);
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        ((RoutingContextInternal) context).setBody(body);
        context.next();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
