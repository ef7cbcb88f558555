package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

final class TokenUsedTwice extends TokenQuestion {

    TokenUsedTwice() {
        super("token-used-twice", "What does a used token lead to?");
    }

    @Override
    String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        Optional<Page> first = Page.read(use(context, one, 1, token));
        Exchange again = use(context, one, 1, token);
        Optional<Page> second = Page.read(again);
        if (first.isEmpty()) {
            return "not seen: the first use led to no page";
        }
        if (second.isEmpty()) {
            return ResponseText.of(again);
        }
        return second.get().eventIds().equals(first.get().eventIds()) ? "the same page" : "another page";
    }
}
