package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request;
import java.util.Optional;

/** Who does not say which content encodings it accepts, as most SDKs do not, gets none. */
final class NoEncodingUnasked extends PageCheck {

    NoEncodingUnasked() {
        super("protocol-no-encoding-unasked");
    }

    @Override
    Request unusual(Request request) {
        return request;
    }

    @Override
    Optional<Finding> wrong(Exchange exchange) {
        return IdentityIsHonoured.encoded(exchange)
                .map(coding ->
                        Finding.of(exchange, "no content-encoding without accept-encoding", "'%s'".formatted(coding)));
    }
}
