package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A token with one character changed is not the one that was given. */
final class EditedTokenRefused extends ForgeryCheck {

    EditedTokenRefused() {
        super("pagination-edited-token-refused");
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        int[] places = places(token);
        return IntStream.of(1, 2, 3)
                .filter(quarter -> places.length > 0)
                .map(quarter -> places[places.length * quarter / 4])
                .distinct()
                .mapToObj(place -> new Forgery(
                        String.format(Locale.ROOT, "a token with its character %d changed", place + 1),
                        one,
                        edited(token, place)))
                .toList();
    }

    private static int[] places(String token) {
        return IntStream.range(0, token.length())
                .filter(i -> token.charAt(i) < 128 && Character.isLetterOrDigit(token.charAt(i)))
                .toArray();
    }

    // Of the six bits of a base64 character the last may mean nothing at the end of a part: this changes the first.
    // Letters up to
    // f and digits stay what hexadecimal would have, so that the edit reaches whatever guards the token.
    private static String edited(String token, int place) {
        char old = token.charAt(place);
        boolean firstBitClear = (old >= 'A' && old <= 'Z') || (old >= 'a' && old <= 'f');
        return token.substring(0, place) + (firstBitClear ? '9' : 'A') + token.substring(place + 1);
    }
}
