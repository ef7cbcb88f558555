package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A part of a token is none. */
final class CutTokenRefused extends ForgeryCheck {

    CutTokenRefused() {
        super("pagination-cut-token-refused");
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        // Never by less than a quarter: the padding of base64 means nothing.
        return IntStream.of(token.length() / 2, token.length() * 3 / 4)
                .filter(length -> length > 0)
                .distinct()
                .mapToObj(length -> new Forgery(
                        String.format(Locale.ROOT, "a token cut after its character %d", length),
                        one,
                        token.substring(0, length)))
                .toList();
    }
}
