package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Request.Identity;
import java.util.List;

/** Who signs with an access key that nobody was given gets no page. */
final class UnknownAccessKey extends SignatureCheck {

    private static final String ERROR = "UnrecognizedClientException";

    UnknownAccessKey() {
        super("error-unknown-access-key", Identity.UNKNOWN_KEY, ERROR);
    }

    @Override
    List<Finding> wrong(Trial trial, Exchange exchange) {
        return Expect.refusal(exchange, Refusal.of(trial.contract(), ERROR));
    }
}
