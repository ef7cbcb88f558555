package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.Request.Identity;
import java.util.List;

/** Who names a key and does not sign gets no page. Services differ in the name they give to this, so that any will do. */
final class IncompleteSignature extends SignatureCheck {

    private static final String NO_SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWNKEY000000/20260101/us-east-1/cases/aws4_request, SignedHeaders=host";

    IncompleteSignature() {
        super("error-incomplete-signature", Identity.NOBODY, "IncompleteSignatureException");
    }

    @Override
    Request ask(Request history) {
        return super.ask(history).header("authorization", NO_SIGNATURE);
    }

    @Override
    List<Finding> wrong(Trial trial, Exchange exchange) {
        return ClientError.expected(exchange);
    }
}
