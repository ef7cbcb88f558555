package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;

/** The length of tokens in classes, since lengths differ slightly. */
final class TokenLength extends TokenQuestion {

    TokenLength() {
        super("token-length", "How many characters does a token have?");
    }

    @Override
    String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        int length = token.codePointCount(0, token.length());
        return length <= 100 ? "100 at most" : length <= 1000 ? "101 to 1000" : "more than 1000";
    }
}
