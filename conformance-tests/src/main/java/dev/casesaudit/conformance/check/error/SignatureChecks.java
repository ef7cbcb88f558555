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

/** Requests with wrong credentials, on targets that check signatures. */
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

    // Services use different names, so any name is right.
    private static Check refused(String id, UnaryOperator<Request> as, String error) {
        return whereChecked(
                        id,
                        (context, one) -> context.served(
                                one, Expect.clientError(context.sendOnce(as.apply(context.history(one))))))
                .provoking(error);
    }

    private static Check whereChecked(String id, AttemptOnCase attempt) {
        return check(id, context -> {
            if (context.profile().signing() == Signing.NONE) {
                return new Outcome.NotApplicable("the target profile signs no requests");
            }
            return context.profile().declines(TargetProfile.SIGNATURES)
                    ? new Outcome.NotTestable("the target checks no signatures", TargetProfile.SIGNATURES)
                    : context.withAnyCase(one -> attempt.run(context, one));
        });
    }

    private static Outcome unknownKey(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange exchange = context.sendOnce(context.history(one).as(Identity.UNKNOWN_KEY));
        return context.served(one, Expect.refusal(exchange, Refusal.of(context.contract(), UNRECOGNIZED)));
    }

    // Looks at the whole run: the kit cannot provoke an expired session.
    private static Outcome forbidden(CheckContext context, CaseRef one) throws ProbeFailure {
        for (Identity who : List.of(Identity.NOBODY, Identity.WRONG_SECRET, Identity.UNKNOWN_KEY)) {
            context.sendOnce(context.history(one).as(who));
        }
        List<Exchange> seen = context.exchanges().stream()
                .filter(SignatureChecks::isAboutCredentials)
                .toList();
        return Outcome.ofEach(seen, "the target returned no error about credentials", error -> {
            int status = error.response().status();
            String expected = "403 for " + ErrorName.of(error).orElse("");
            return Finding.unless(status == 403, error, expected, String.valueOf(status));
        });
    }

    private static boolean isAboutCredentials(Exchange exchange) {
        return ErrorName.of(exchange).filter(CREDENTIALS::contains).isPresent();
    }
}
