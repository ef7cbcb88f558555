package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the body of an answer ends, as HTTP/1.1 lets it be told: by a length, by chunks, or by the end of the connection. Only a
 * socket shows it, since clients repair it or give up.
 */
final class Framing {

    private Framing() {}

    static Request looked(Request request) {
        return request.header("accept-encoding", "identity").throughSocket();
    }

    static List<Finding> wrong(Exchange exchange) {
        List<String> lengths = values(exchange, "content-length").distinct().toList();
        List<Finding> findings = new ArrayList<>();
        if (!lengths.isEmpty()
                && values(exchange, "transfer-encoding").findAny().isPresent()) {
            findings.add(Finding.of(exchange, "either content-length or transfer-encoding", "both"));
        } else if (lengths.size() > 1) {
            findings.add(Finding.of(exchange, "one content-length", String.join(" and ", lengths)));
        } else if (lengths.size() == 1) {
            String size = String.valueOf(exchange.answer().body().size());
            if (!lengths.get(0).equals(size)) {
                findings.add(Finding.of(
                        exchange,
                        "a body of %s bytes, as content-length says".formatted(lengths.get(0)),
                        "%s bytes".formatted(size)));
            }
        }
        return findings;
    }

    private static Stream<String> values(Exchange exchange, String name) {
        return exchange.answer().headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Header::value);
    }
}
