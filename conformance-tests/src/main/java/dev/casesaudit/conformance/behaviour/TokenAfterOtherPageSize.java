package dev.casesaudit.conformance.behaviour;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;

/** Whether a token is bound to the page size it came with. */
final class TokenAfterOtherPageSize extends TokenQuestion {

    TokenAfterOtherPageSize() {
        super("token-after-other-page-size", "What does a token lead to with another maxResults?");
    }

    @Override
    String answer(Trial trial, CaseRef one, String token) throws ProbeFailure {
        return Said.of(use(trial, one, 2, token));
    }
}
