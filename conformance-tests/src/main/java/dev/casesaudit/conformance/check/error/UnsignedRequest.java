package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request.Identity;
import java.util.List;

/** Who does not sign gets no page. Services differ in the name they give to this, so that any will do. */
final class UnsignedRequest extends SignatureCheck {

    UnsignedRequest() {
        super("error-unsigned-request", Identity.NOBODY, "MissingAuthenticationTokenException");
    }

    @Override
    List<Finding> wrong(Trial trial, Exchange exchange) {
        return ClientError.expected(exchange);
    }
}
