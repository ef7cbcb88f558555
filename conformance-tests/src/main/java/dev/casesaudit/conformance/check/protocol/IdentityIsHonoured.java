package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who accepts no content encoding gets none, and who accepts gzip no other. */
final class IdentityIsHonoured extends PageCheck {

    private static final String ID = "protocol-identity-is-honoured";

    IdentityIsHonoured() {
        super(ID);
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        Outcome outcome = super.run(trial);
        try {
            return outcome instanceof Outcome.Passed ? new GzipIsAccepted().run(trial) : outcome;
        } catch (ProbeFailure.NoAnswer e) {
            // That gzip can be read is another requirement.
            return outcome;
        }
    }

    @Override
    Request unusual(Request request) {
        return request.header("accept-encoding", "identity");
    }

    @Override
    Optional<Finding> wrong(Exchange exchange) {
        return exchange.answer()
                .header("content-encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .map(coding -> Finding.of(
                        exchange,
                        "no content-encoding, as accept-encoding says",
                        String.format(Locale.ROOT, "'%s'", coding)));
    }

    private static final class GzipIsAccepted extends PageCheck {

        GzipIsAccepted() {
            super(ID);
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
                    .map(coding -> Finding.of(
                            exchange, "content-encoding gzip or none", String.format(Locale.ROOT, "'%s'", coding)));
        }
    }
}
