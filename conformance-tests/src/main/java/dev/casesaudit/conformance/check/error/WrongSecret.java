package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request.Identity;
import java.util.List;

/** Who signs with another's access key gets no page. Services differ in the name they give to this, so that any will do. */
final class WrongSecret extends SignatureCheck {

    WrongSecret() {
        super("error-wrong-secret", Identity.WRONG_SECRET, "InvalidSignatureException");
    }

    @Override
    List<Finding> wrong(Trial trial, Exchange exchange) {
        return ClientError.expected(exchange);
    }
}
