package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

/** Tries the token of one case on another. */
final class ForeignToken extends ForgeryCheck {

    private final CaseRef other;
    private final String what;

    ForeignToken(String id, CaseRef other, String what) {
        super(id);
        this.other = other;
        this.what = what;
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        return List.of(new Forgery(what, other, token));
    }
}
