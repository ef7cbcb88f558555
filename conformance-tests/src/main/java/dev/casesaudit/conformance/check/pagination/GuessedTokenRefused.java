package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;
import java.util.Locale;

/** A position, plain or wrapped as servers wrap it that seal nothing, is no token, unless it is the one that was given. */
final class GuessedTokenRefused extends ForgeryCheck {

    private static final List<String> POSITIONS =
            List.of("1", "{\"offset\":1}", "eyJvZmZzZXQiOjF9", "MQ==", "offset=1");

    GuessedTokenRefused() {
        super("pagination-guessed-token-refused");
    }

    @Override
    List<Forgery> forgeries(CaseRef one, String token) {
        return POSITIONS.stream()
                .filter(position -> !position.equals(token))
                .map(position -> new Forgery(String.format(Locale.ROOT, "the token '%s'", position), one, position))
                .toList();
    }
}
