package dev.casesaudit.server.fuzz;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.TokenKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** No text decodes but the token that was issued. */
public final class TokenTarget {

    private static final CaseKey CASE = new CaseKey("contact-center", "case-long");
    private static final CaseKey OTHER_CASE = new CaseKey("contact-center", "case-two-pages");
    private static final AuditHistory HISTORY = AuditHistory.of(List.of());
    private static final CursorCodec CODEC = new CursorCodec(TokenKey.of("a key that only signs what is fuzzed"));

    private TokenTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Optional<Long> next = CODEC.decode(text, CASE, HISTORY);
        if (next.isPresent() && !CODEC.encode(next.get(), CASE, HISTORY).equals(text)) {
            throw new AssertionError(
                    String.format(Locale.ROOT, "expected the one spelling of a token for %d, got another", next.get()));
        }
        if (next.isPresent() && CODEC.decode(text, OTHER_CASE, HISTORY).isPresent()) {
            throw new AssertionError("expected a token of one case, got one of two");
        }
    }
}
