package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;

final class TokenAfterOtherPageSize extends TokenQuestion {

    TokenAfterOtherPageSize() {
        super("token-after-other-page-size", "What does a token lead to with another maxResults?");
    }

    @Override
    String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        return ResponseText.of(use(context, one, 2, token));
    }
}
