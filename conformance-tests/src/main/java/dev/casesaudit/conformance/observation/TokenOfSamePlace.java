package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

final class TokenOfSamePlace extends TokenQuestion {

    TokenOfSamePlace() {
        super("token-of-same-place", "Does the same place have the same token each time?");
    }

    @Override
    String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        Optional<String> other = fresh(context, one);
        return other.equals(Optional.of(token)) ? "the same token" : "another token";
    }
}
