package dev.casesaudit.server.journal;

import dev.casesaudit.server.audit.CaseKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts, as tests need them. */
final class Attempts {

    static final CaseKey CASE = new CaseKey("d", "c");

    private static final Journal JOURNAL = new Journal(0, Long.MAX_VALUE);

    private Attempts() {}

    static Attempt of(@Nullable String call) {
        return of(call, Map.of());
    }

    static Attempt of(@Nullable String call, Map<String, String> headers) {
        Attempt attempt = JOURNAL.begin("POST", "/", headers.entrySet(), call);
        attempt.setOperation("GetCaseAuditEvents");
        attempt.setCase(CASE);
        return attempt;
    }

    /** An attempt with a page. An empty token means none. */
    static Attempt page(@Nullable String call, String asked, String given) {
        Attempt attempt = of(call);
        attempt.setRequestToken(asked.isEmpty() ? null : asked);
        attempt.setPage(2, Optional.of(given).filter(token -> !token.isEmpty()));
        attempt.complete(200, null, RetryAdvice.NONE, true);
        return attempt;
    }

    static Attempt failed(@Nullable String call, int status, RetryAdvice retryAdvice) {
        Attempt attempt = of(call);
        attempt.complete(status, "SomeException", retryAdvice, true);
        return attempt;
    }

    static Attempt sent(String body) {
        Attempt attempt = of(null);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        attempt.setBody(bytes, bytes.length);
        return attempt;
    }
}
