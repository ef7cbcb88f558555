package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request;
import java.util.Optional;

/** Who accepts no content encoding gets none. */
final class IdentityIsHonoured extends PageCheck {

    IdentityIsHonoured() {
        super("protocol-identity-is-honoured");
    }

    @Override
    Request unusual(Request request) {
        return request.header("accept-encoding", "identity");
    }

    @Override
    Optional<Finding> wrong(Exchange exchange) {
        return encoded(exchange)
                .map(coding ->
                        Finding.of(exchange, "no content-encoding, as accept-encoding says", "'%s'".formatted(coding)));
    }

    static Optional<String> encoded(Exchange exchange) {
        return exchange.answer().header("content-encoding").filter(coding -> !coding.equalsIgnoreCase("identity"));
    }
}
