package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.Request.Identity;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.util.List;
import java.util.function.UnaryOperator;

/** What callers get that may not have a page, where the target checks signatures. */
public final class SignatureChecks extends CheckTable {

    private static final String MISSING = "MissingAuthenticationTokenException";
    private static final String INVALID = "InvalidSignatureException";
    private static final String UNRECOGNIZED = "UnrecognizedClientException";
    private static final String EXPIRED = "ExpiredTokenException";

    private static final List<String> CREDENTIALS = List.of(MISSING, INVALID, UNRECOGNIZED, EXPIRED);

    private static final String NO_SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWNKEY000000/20260101/us-east-1/cases/aws4_request, SignedHeaders=host";

    @Override
    public List<Check> checks() {
        return List.of(
                refused("error-unsigned-request", history -> history.as(Identity.NOBODY), MISSING),
                refused(
                        "error-incomplete-signature",
                        history -> history.as(Identity.NOBODY).header("authorization", NO_SIGNATURE),
                        "IncompleteSignatureException"),
                refused("error-wrong-secret", history -> history.as(Identity.WRONG_SECRET), INVALID),
                whereChecked("error-unknown-access-key", SignatureChecks::unknownKey)
                        .provoking(UNRECOGNIZED),
                whereChecked("error-credential-errors-forbidden", SignatureChecks::forbidden)
                        .provoking(MISSING, INVALID, UNRECOGNIZED, EXPIRED));
    }

    // Services differ in the name they give to this, so that any will do.
    private static Check refused(String id, UnaryOperator<Request> as, String error) {
        return whereChecked(
                        id,
                        (trial, one) -> trial.served(one, Expect.clientError(trial.once(as.apply(trial.history(one))))))
                .provoking(error);
    }

    private static Check whereChecked(String id, AttemptOnCase attempt) {
        return check(id, trial -> {
            if (trial.profile().signing() == Signing.NONE) {
                return new Outcome.NotApplicable("the target profile signs no requests");
            }
            return trial.profile().declines(TargetProfile.SIGNATURES)
                    ? new Outcome.NotTestable("the target checks no signatures", TargetProfile.SIGNATURES)
                    : trial.withAnyCase(one -> attempt.run(trial, one));
        });
    }

    private static Outcome unknownKey(CheckContext trial, CaseRef one) throws ProbeFailure {
        Exchange exchange = trial.once(trial.history(one).as(Identity.UNKNOWN_KEY));
        return trial.served(one, Expect.refusal(exchange, Refusal.of(trial.contract(), UNRECOGNIZED)));
    }

    // Of the whole run: an error about a session that is over can only come by itself.
    private static Outcome forbidden(CheckContext trial, CaseRef one) throws ProbeFailure {
        for (Identity who : List.of(Identity.NOBODY, Identity.WRONG_SECRET, Identity.UNKNOWN_KEY)) {
            trial.once(trial.history(one).as(who));
        }
        List<Exchange> seen = trial.exchanges().stream()
                .filter(SignatureChecks::isAboutCredentials)
                .toList();
        return Outcome.ofEach(seen, "no error about credentials came", error -> {
            int status = error.answer().status();
            String expected = "403 for " + ErrorName.of(error).orElse("");
            return Finding.unless(status == 403, error, expected, String.valueOf(status));
        });
    }

    private static boolean isAboutCredentials(Exchange exchange) {
        return ErrorName.of(exchange).filter(CREDENTIALS::contains).isPresent();
    }
}
