package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request.Identity;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.List;
import java.util.Set;

/** Every error about credentials that came in the whole run is a 403; one about a session that is over can only come by itself. */
final class CredentialErrorsForbidden implements Check {

    private static final Set<String> NAMES = Set.of(
            "MissingAuthenticationTokenException",
            "InvalidSignatureException",
            "UnrecognizedClientException",
            "ExpiredTokenException");

    @Override
    public String id() {
        return "error-credential-errors-forbidden";
    }

    @Override
    public Set<String> provokes() {
        return NAMES;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        if (trial.profile().signing() == TargetProfile.Signing.NONE) {
            return new Outcome.NotApplicable("the target profile signs no requests");
        }
        if (trial.profile().declines(TargetProfile.SIGNATURES)) {
            return new Outcome.NotTestable("the target checks no signatures", TargetProfile.SIGNATURES);
        }
        return trial.withAnyCase(one -> {
            for (Identity who : List.of(Identity.NOBODY, Identity.WRONG_SECRET, Identity.UNKNOWN_KEY)) {
                trial.once(trial.history(one).as(who));
            }
            List<Exchange> seen = trial.exchanges().stream()
                    .filter(CredentialErrorsForbidden::isOne)
                    .toList();
            List<Finding> findings = seen.stream()
                    .filter(exchange -> exchange.answer().status() != 403)
                    .map(exchange -> Finding.of(
                            exchange,
                            "403 for " + ErrorName.of(exchange.answer()).orElse(""),
                            String.valueOf(exchange.answer().status())))
                    .toList();
            return seen.isEmpty() ? Outcome.notTestable("no error about credentials came") : Outcome.of(findings);
        });
    }

    private static boolean isOne(Exchange exchange) {
        return exchange.reply() instanceof Reply.Answer answer
                && NAMES.contains(ErrorName.of(answer).orElse(""));
    }
}
