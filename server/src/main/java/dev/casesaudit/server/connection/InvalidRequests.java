package dev.casesaudit.server.connection;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceError;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Responds to invalid HTTP on one connection. Vert.x would respond with an empty body, and Quarkus has no way to change
 * that.
 */
final class InvalidRequests extends ChannelInboundHandlerAdapter {

    private static final Pattern VERSION = Pattern.compile("invalid version format: ([A-Za-z]{1,8}/[0-9.]{1,8})");

    private static final Pattern NOT_ENCODED = Pattern.compile("[^\\x00-\\x7F]");
    private static final Pattern NOT_OF_A_QUERY = Pattern.compile("[^!-~]|[#\"<>\\[\\\\\\]^`{|}]|%(?![0-9A-Fa-f]{2})");

    private boolean closing;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpObject part && isInvalid(part)) {
            closing = true;
            ReferenceCountUtil.release(message);
            LingeringClose.answer(context, error(part));
        } else {
            if (message instanceof HttpRequest request && isAboveHttp11(request.protocolVersion())) {
                // RFC 9110, 2.5: as the highest minor version that this server knows.
                request.setProtocolVersion(HttpVersion.HTTP_1_1);
            }
            context.fireChannelRead(message);
        }
    }

    // Most targets need no parser.
    private static boolean hasTarget(HttpRequest request) {
        if (!isPlain(request.uri()) && !isUri(request.uri())) {
            mend(request);
            return isUri(request.uri());
        }
        return true;
    }

    // Encodes bytes that HTTP allows and URIs do not: any query, and bytes of a path that are not percent-encoded.
    private static void mend(HttpRequest request) {
        String target = request.uri();
        int query = target.indexOf('?');
        request.setUri(
                query < 0
                        ? encode(NOT_ENCODED, target)
                        : encode(NOT_ENCODED, target.substring(0, query)) + "?"
                                + encode(NOT_OF_A_QUERY, target.substring(query + 1)));
    }

    private static String encode(Pattern foreign, String text) {
        return foreign.matcher(text)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
    }

    private static boolean isInvalid(HttpObject part) {
        return part.decoderResult().isFailure() || (part instanceof HttpRequest request && !hasValidHead(request));
    }

    private static boolean hasValidHead(HttpRequest request) {
        return isHttp1(request.protocolVersion())
                && hasTarget(request)
                && isFramed(request)
                && request.headers().getAll(HttpHeaderNames.HOST).size() <= 1;
    }

    // Netty accepts any two numbers as a version, where HTTP has two digits.
    private static boolean isHttp1(HttpVersion version) {
        return version.protocolName().equals("HTTP") && version.majorVersion() == 1 && version.minorVersion() <= 9;
    }

    // Netty reads a request with another transfer encoding as one without a body, and its body as the next request. It
    // refuses chunked with a length only in HTTP/1.1.
    private static boolean isFramed(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return true;
        }
        return headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).stream()
                        .allMatch(HttpHeaderValues.CHUNKED::contentEqualsIgnoreCase)
                && !(isAboveHttp11(request.protocolVersion()) && headers.contains(HttpHeaderNames.CONTENT_LENGTH));
    }

    private static boolean isAboveHttp11(HttpVersion version) {
        return version.compareTo(HttpVersion.HTTP_1_1) > 0;
    }

    private static boolean isUri(String target) {
        try {
            return new URI(target).toString().equals(target);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // Two slashes begin a host, which may be invalid.
    private static boolean isPlain(String target) {
        if (target.startsWith("//")) {
            return false;
        }
        for (int i = 0; i < target.length(); i++) {
            if (!isPlain(target.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
    }

    private static ServiceError error(HttpObject part) {
        Throwable cause = part.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            return ServiceError.of(
                    ErrorType.REQUEST_URI_TOO_LONG, "The request line is longer than this endpoint reads");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return ServiceError.of(
                    ErrorType.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "The request headers are larger than this endpoint reads");
        }
        return ServiceError.of(
                ErrorType.SERIALIZATION,
                "The request is not well-formed HTTP"
                        + otherVersion(part)
                                .map(got -> ": this endpoint speaks HTTP/1.1, got " + got)
                                .orElse(""));
    }

    private static Optional<String> otherVersion(HttpObject part) {
        if (part.decoderResult().isFailure()) {
            // Netty has it only in the message.
            Matcher named =
                    VERSION.matcher(String.valueOf(part.decoderResult().cause().getMessage()));
            return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
        }
        return part instanceof HttpRequest request
                ? Optional.of(request.protocolVersion())
                        .filter(version -> !isHttp1(version))
                        .map(HttpVersion::text)
                : Optional.empty();
    }
}
