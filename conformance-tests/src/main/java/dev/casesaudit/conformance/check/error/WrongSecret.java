package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request.Identity;
import java.util.List;

/** Who signs with another's access key gets no page. */
final class WrongSecret extends SignatureCheck {

    private static final String ERROR = "InvalidSignatureException";

    WrongSecret() {
        super("error-wrong-secret", Identity.WRONG_SECRET, ERROR);
    }

    @Override
    List<Finding> wrong(Trial trial, Exchange exchange) {
        return Expect.refusal(exchange, Refusal.of(trial.contract(), ERROR));
    }
}
