package dev.casesaudit.conformance.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the body of a response ends, by RFC 9112, 6.3. */
sealed interface BodyLength {

    /** After the last chunk. */
    record Chunked() implements BodyLength {}

    /** After a number of bytes. */
    record Exactly(long bytes) implements BodyLength {}

    /** At the end of the connection. */
    record UntilClose() implements BodyLength {}

    static BodyLength of(List<Header> headers) throws BrokenResponse {
        List<String> codings = values(headers, "transfer-encoding").toList();
        if (!codings.isEmpty()) {
            return codings.get(codings.size() - 1).equals("chunked") ? new Chunked() : new UntilClose();
        }
        List<String> lengths = values(headers, "content-length").distinct().toList();
        if (lengths.isEmpty()) {
            return new UntilClose();
        }
        // The same length twice is allowed.
        if (lengths.size() > 1 || !lengths.get(0).matches("\\d{1,18}")) {
            throw new BrokenResponse(String.format(
                    Locale.ROOT, "content-length is '%s'", ResponseReader.shortened(String.join("' and '", lengths))));
        }
        return new Exactly(Long.parseLong(lengths.get(0)));
    }

    /** Returns the items of all headers of a name in lower case. */
    static Stream<String> values(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .flatMap(header -> Arrays.stream(header.value().split(",", -1)))
                .map(item -> item.strip().toLowerCase(Locale.ROOT))
                .filter(item -> !item.isEmpty());
    }
}
