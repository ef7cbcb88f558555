package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who accepts gzip gets that, or the page as it is, and can read it. */
final class GzipIsReadable extends PageCheck {

    GzipIsReadable() {
        super("protocol-gzip-is-readable");
    }

    @Override
    Request unusual(Request request) {
        return request.header("accept-encoding", "gzip");
    }

    @Override
    Optional<Finding> wrong(Exchange exchange) {
        return exchange.answer()
                .header("content-encoding")
                .filter(coding -> !List.of("gzip", "x-gzip", "identity").contains(coding.toLowerCase(Locale.ROOT)))
                .map(coding -> Finding.of(exchange, "content-encoding gzip or none", "'%s'".formatted(coding)));
    }
}
