package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.Locale;

/**
 * A target that checks no signatures, by its own profile, is not put off by one. Of a target that serves unsigned requests and does
 * not say what it does with signed ones, nothing is demanded: it may check those.
 */
final class SignatureIsIgnored extends PageCheck {

    SignatureIsIgnored() {
        super("protocol-signature-is-ignored");
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        boolean unchecked = trial.profile().signing() == TargetProfile.Signing.NONE
                && trial.profile().declines(TargetProfile.SIGNATURES);
        return unchecked
                ? super.run(trial)
                : new Outcome.NotApplicable("the target profile does not say that no signatures are checked");
    }

    @Override
    Request unusual(Request request) {
        String scope = "Credential=AKIDEXAMPLE/20260301/us-east-1/cases/aws4_request";
        String headers = "SignedHeaders=host;x-amz-date;x-amz-security-token";
        return request.header(
                        "Authorization",
                        String.format(
                                Locale.ROOT,
                                "AWS4-HMAC-SHA256 %s, %s, Signature=%s",
                                scope,
                                headers,
                                "0a1b".repeat(16)))
                .header("X-Amz-Date", "20260301T000000Z")
                .header("X-Amz-Security-Token", "c2Vzc2lvbg==");
    }
}
