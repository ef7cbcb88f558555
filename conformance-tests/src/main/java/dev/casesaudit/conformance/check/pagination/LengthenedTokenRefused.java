package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

/** A token with text added is not the one that was given. */
final class LengthenedTokenRefused extends ForgeryCheck {

    LengthenedTokenRefused() {
        super("pagination-lengthened-token-refused");
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        return List.of(
                new Forgery("a token with 'AAAA' after it", one, token + "AAAA"),
                new Forgery("a token with 'AAAA' before it", one, "AAAA" + token),
                new Forgery("a token twice over", one, token + token));
    }
}
