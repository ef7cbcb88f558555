package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;

/** A token that no target gives is refused, whatever it looks like. */
final class GarbageTokenRefused extends ForgeryCheck {

    // Text, bytes and what clients send by mistake. What could be a token of some target is another requirement's.
    private static final List<String> GARBAGE = List.of(
            "not-a-token",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "00000000-0000-4000-8000-000000000000",
            "null",
            "\u00e9\u2713\ud83d\ude00");

    GarbageTokenRefused() {
        super("pagination-garbage-token-refused");
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        return GARBAGE.stream()
                .map(garbage -> new Forgery(String.format(Locale.ROOT, "the token '%s'", garbage), one, garbage))
                .toList();
    }

    @Override
    Outcome judged(Trial trial, CaseRef one, List<Finding> findings) {
        return Outcome.of(findings);
    }
}
