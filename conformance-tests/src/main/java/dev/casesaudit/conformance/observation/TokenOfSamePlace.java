package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/** Whether a token holds a time or a salt. */
final class TokenOfSamePlace extends TokenQuestion {

    TokenOfSamePlace() {
        super("token-of-same-place", "Has the same place the same token each time?");
    }

    @Override
    String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        Optional<String> other = fresh(context, one);
        return other.equals(Optional.of(token)) ? "the same token" : "another token";
    }
}
