package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request.Identity;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile.Signing;

final class UnsignedRequest extends CaseQuestion {

    UnsignedRequest() {
        super("unsigned-request", "What does a request without a signature get?", SHORTEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        // Without signing, all requests are unsigned.
        boolean signs = context.profile().signing() != Signing.NONE;
        return ResponseText.of(
                context.sendOnce(signs ? context.history(one).as(Identity.NOBODY) : context.history(one)));
    }
}
