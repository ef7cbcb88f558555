package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Content negotiation for an operation that reads and writes only JSON. */
final class MediaTypes {

    private static final String JSON = MediaType.APPLICATION_JSON;

    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?");

    private MediaTypes() {}

    /** Refuses a body that is not declared as JSON, or that has a content coding. */
    static void requireJson(HttpServerRequest request, boolean bodyIsEmpty) {
        requireJson(request.getHeader(HttpHeaderNames.CONTENT_TYPE), bodyIsEmpty);
        if (!bodyIsEmpty) {
            requireNotEncoded(request);
        }
    }

    private static void requireNotEncoded(HttpServerRequest request) {
        // Few requests have one, and the rest takes as long as reading a small body.
        if (!request.headers().contains(HttpHeaderNames.CONTENT_ENCODING)) {
            return;
        }
        String codings = String.join(", ", request.headers().getAll(HttpHeaderNames.CONTENT_ENCODING));
        if (Stream.of(codings.split(",", -1)).map(String::strip).allMatch(MediaTypes::isNoCoding)) {
            return;
        }
        request.response().putHeader(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.IDENTITY);
        throw new ServiceException(
                ErrorType.UNSUPPORTED_MEDIA_TYPE,
                String.format(
                        Locale.ROOT, "The body must be JSON without a content-encoding, got %s", quoted(codings)));
    }

    private static boolean isNoCoding(String coding) {
        return coding.isEmpty() || HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(coding);
    }

    // Only an empty body needs no content type.
    private static void requireJson(@Nullable String contentType, boolean bodyIsEmpty) {
        if (contentType == null
                ? bodyIsEmpty
                : contentType.equals(JSON) || type(contentType).equals(JSON)) {
            return;
        }
        throw new ServiceException(
                ErrorType.UNSUPPORTED_MEDIA_TYPE,
                String.format(
                        Locale.ROOT,
                        "The content type must be application/json, got %s",
                        contentType == null ? "none" : quoted(contentType)));
    }

    /**
     * Refuses a client that does not accept JSON.
     *
     * @param accept the values of all accept headers; none or an empty one accepts everything
     */
    static void requireJsonAccepted(List<String> accept) {
        if (accept.isEmpty()) {
            return;
        }
        String ranges = String.join(",", accept);
        if (ranges.isBlank() || ranges.equals("*/*") || ranges.equals(JSON)) {
            return;
        }
        if (!acceptsJson(ranges)) {
            throw new ServiceException(
                    ErrorType.NOT_ACCEPTABLE,
                    String.format(
                            Locale.ROOT, "The accept header must allow application/json, got %s", quoted(ranges)));
        }
    }

    /** The type that a client likes best of those that are offered; the first, where it likes several or none. */
    static String preferred(List<String> accept, List<String> offered) {
        String ranges = String.join(",", accept);
        String best = offered.get(0);
        for (String type : offered) {
            if (weight(type, ranges) > weight(best, ranges)) {
                best = type;
            }
        }
        return best;
    }

    private static boolean acceptsJson(String ranges) {
        return weight(JSON, ranges) > 0;
    }

    // The most specific matching range decides, whatever the weights of the others (RFC 9110, 12.5.1).
    private static double weight(String wanted, String ranges) {
        String anySubtype = wanted.substring(0, wanted.indexOf('/')) + "/*";
        int best = 0;
        double weight = 0;
        for (String range : ranges.split(",", -1)) {
            String type = type(range);
            int specificity = type.equals(wanted) ? 3 : type.equals(anySubtype) ? 2 : type.equals("*/*") ? 1 : 0;
            if (specificity > best) {
                best = specificity;
                weight = weight(range);
            } else if (specificity == best && best > 0) {
                weight = Math.max(weight, weight(range));
            }
        }
        return weight;
    }

    // A weight that cannot be read counts as none.
    private static double weight(String range) {
        for (String parameter : range.split(";", -1)) {
            String[] pair = parameter.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("q")) {
                String weight = pair[1].strip();
                return WEIGHT.matcher(weight).matches() ? Double.parseDouble(weight) : 1;
            }
        }
        return 1;
    }

    private static String type(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String header) {
        return '"' + header + '"';
    }
}
