package dev.casesaudit.server.http;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Content negotiation, for an operation that reads and writes JSON only. */
final class MediaTypes {

    private static final String JSON = MediaType.APPLICATION_JSON;

    private static final Pattern ZERO = Pattern.compile("0(\\.0{0,3})?");

    private MediaTypes() {}

    /**
     * Refuses a body that is not announced as JSON.
     *
     * @param contentType the header; null where there is none, which is right for an empty body only
     */
    static void requireJson(@Nullable String contentType, boolean bodyIsEmpty) {
        if (contentType == null
                ? bodyIsEmpty
                : contentType.equals(JSON) || type(contentType).equals(JSON)) {
            return;
        }
        throw new ServiceException(
                ErrorType.UNSUPPORTED_MEDIA_TYPE,
                "The content type must be application/json, got %s"
                        .formatted(contentType == null ? "none" : quoted(contentType)));
    }

    /**
     * Refuses a client that would not read JSON.
     *
     * @param accept every accept header; none, or an empty one, accepts everything
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
                    "The accept header must allow application/json, got %s".formatted(quoted(ranges)));
        }
    }

    // The most specific range that matches decides, whatever the weights of the others (RFC 9110, 12.5.1).
    private static boolean acceptsJson(String ranges) {
        int best = 0;
        boolean accepted = false;
        for (String range : ranges.split(",", -1)) {
            int specificity = switch (type(range)) {
                case JSON -> 3;
                case "application/*" -> 2;
                case "*/*" -> 1;
                default -> 0;
            };
            if (specificity > best) {
                best = specificity;
                accepted = !hasWeightZero(range);
            } else if (specificity == best && best > 0) {
                accepted |= !hasWeightZero(range);
            }
        }
        return accepted;
    }

    private static boolean hasWeightZero(String range) {
        for (String parameter : range.split(";", -1)) {
            String[] pair = parameter.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("q")) {
                return ZERO.matcher(pair[1].strip()).matches();
            }
        }
        return false;
    }

    private static String type(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String header) {
        return '"' + header + '"';
    }
}
