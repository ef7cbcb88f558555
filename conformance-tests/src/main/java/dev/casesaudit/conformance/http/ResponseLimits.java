package dev.casesaudit.conformance.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The limits of one response. They are far above the responses of AWS. A response beyond a limit is broken.
 *
 * @param head bytes of the status line, the headers and earlier interim responses; also of all trailers
 * @param line bytes of one header or chunk size line
 * @param headers headers of one response
 * @param body bytes of the body, encoded and decoded
 * @param ratio size of a decoded body of more than 1 MiB divided by its encoded size
 * @param depth levels of JSON
 * @param values values of JSON on all levels
 * @param names different names of JSON members on all levels
 * @param token characters of a page token
 */
public record ResponseLimits(
        int head, int line, int headers, int body, int ratio, int depth, int values, int names, int token) {

    public static final ResponseLimits DEFAULT =
            new ResponseLimits(1024 * 1024, 256 * 1024, 10_000, 8 * 1024 * 1024, 200, 500, 100_000, 5_000, 65_536);

    /** The names of the limits in profiles and options, in the order of the record. */
    public static final List<String> NAMES =
            List.of("head", "line", "headers", "body", "ratio", "depth", "values", "names", "token");

    public ResponseLimits {
        if (Stream.of(head, line, headers, body, ratio, depth, values, names, token)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("a limit is out of range");
        }
    }

    /** Returns the defaults, overridden by name. */
    public static ResponseLimits with(Map<String, Integer> others) {
        return new ResponseLimits(
                others.getOrDefault("head", DEFAULT.head),
                others.getOrDefault("line", DEFAULT.line),
                others.getOrDefault("headers", DEFAULT.headers),
                others.getOrDefault("body", DEFAULT.body),
                others.getOrDefault("ratio", DEFAULT.ratio),
                others.getOrDefault("depth", DEFAULT.depth),
                others.getOrDefault("values", DEFAULT.values),
                others.getOrDefault("names", DEFAULT.names),
                others.getOrDefault("token", DEFAULT.token));
    }
}
