package dev.casesaudit.server.http;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.error.ErrorAnswers;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
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
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks requests to the control API: whether it is enabled, who may call it, and how large a body may be. */
@Singleton
class ControlGate {

    private static final String SCHEME = "Bearer ";
    private static final String CONTRACT = "/_mock/openapi";

    // A larger body is read as a stream: its tree would need about twenty times its size.
    private static final long LARGEST_TREE = 1 << 20;

    // Each occupies a thread until its body has arrived.
    private static final int MOST_STREAMS = 32;
    private static final ServiceError TOO_MANY_STREAMS = ServiceError.of(
            ErrorType.SERVICE_UNAVAILABLE,
            String.format(Locale.ROOT, "The mock reads at most %d large bodies at once", MOST_STREAMS));

    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final boolean enabled;
    private final Optional<byte[]> token;
    private final SameOriginCheck withoutToken;
    private final long maxBodySize;

    ControlGate(CasesConfig config, CrossOrigin crossOrigin) {
        enabled = config.control().enabled();
        token = config.control().token().map(ControlGate::bytes);
        withoutToken = new SameOriginCheck(config.control().hosts().orElse(List.of()), crossOrigin::isAllowedByName);
        maxBodySize = MemoryShares.controlBody(config);
    }

    /** Passes a request with its body on, or responds to it. */
    void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            requireEnabled(request);
            // The contract is no secret, and Swagger UI loads it without a token.
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
        boolean isFixture = isFixture(request.path());
        BodyReader.read(
                context, isFixture ? maxBodySize : Math.min(maxBodySize, LARGEST_TREE), new BodyReader.Reading() {
                    @Override
                    public void read(Buffer body) {
                        enter(context, body, body.length() == 0);
                    }

                    @Override
                    public boolean takesStreams() {
                        return isFixture;
                    }

                    @Override
                    public void read(BodyStream arriving) {
                        enter(context, arriving);
                    }
                });
    }

    // Bodies that are read as a stream: a world, a domain, a case, events.
    private static boolean isFixture(String path) {
        String[] segments = path.split("/", -1);
        return switch (segments.length) {
            case 3 -> segments[2].equals("world");
            case 4 -> segments[2].equals("domains");
            case 6 -> true;
            case 7 -> segments[6].equals("events");
            default -> false;
        };
    }

    private void enter(RoutingContext context, BodyStream arriving) {
        if (!streams.tryAcquire()) {
            ErrorAnswers.send(TOO_MANY_STREAMS, context.response());
            return;
        }
        context.addEndHandler(answered -> streams.release());
        context.put(BodyStream.class.getName(), arriving);
        enter(context, Buffer.buffer(), false);
    }

    /** Whether there is a console, whose files such a request may read. They are no secret, like the contract. */
    boolean hasConsole(HttpServerRequest request) {
        return enabled
                && (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD));
    }

    /** Passes a request for a page that can call the control API on, or responds to it. */
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
        // The framework would respond to OPTIONS with an empty body.
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
                    "The control API requires its bearer token, the value of cases.control.token");
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

    private static void enter(RoutingContext context, Buffer body, boolean isEmpty) {
        HttpServerRequest request = context.request();
        try {
            MediaTypes.requireJson(request, isEmpty);
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
