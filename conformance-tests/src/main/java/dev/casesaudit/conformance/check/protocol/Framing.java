package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the body of an answer ends, as HTTP/1.1 lets it be told: by a length, by chunks, or by the end of the connection. A body that
 * does not end there is no whole answer to the probe; that two ways contradict each other only shows here.
 */
final class Framing {

    private Framing() {}

    static Request looked(Request request) {
        return request.header("accept-encoding", "identity").throughSocket();
    }

    static List<Finding> wrong(Exchange exchange) {
        List<Finding> findings = new ArrayList<>();
        if (has(exchange, "content-length") && has(exchange, "transfer-encoding")) {
            findings.add(Finding.of(exchange, "either content-length or transfer-encoding", "both"));
        }
        return findings;
    }

    private static boolean has(Exchange exchange, String name) {
        return exchange.answer().header(name).isPresent();
    }
}
