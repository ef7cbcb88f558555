package dev.casesaudit.conformance.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of one response is read. Each limit is far above what AWS sends; a response beyond one of them is broken.
 *
 * @param head bytes of the status line, the headers and the interim responses before it; of all trailers, too
 * @param line bytes of one header, or of the line before a chunk
 * @param headers headers of one response
 * @param body bytes of the body, as it travelled and as it was decoded
 * @param ratio how many times larger a decoded body of more than 1 MiB may be than it travelled
 * @param depth levels of JSON
 * @param values values of JSON, of all levels
 * @param names different names of members in JSON, of all levels
 * @param token characters of a token that is followed
 */
public record AnswerLimits(
        int head, int line, int headers, int body, int ratio, int depth, int values, int names, int token) {

    public static final AnswerLimits DEFAULT =
            new AnswerLimits(1024 * 1024, 256 * 1024, 10_000, 8 * 1024 * 1024, 200, 500, 100_000, 5_000, 65_536);

    /** The names that profiles and options give them, in the order of the record. */
    public static final List<String> NAMES =
            List.of("head", "line", "headers", "body", "ratio", "depth", "values", "names", "token");

    public AnswerLimits {
        if (Stream.of(head, line, headers, body, ratio, depth, values, names, token)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("a limit is out of range");
        }
    }

    /** Returns the defaults with some of them replaced, by name. */
    public static AnswerLimits with(Map<String, Integer> others) {
        return new AnswerLimits(
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
