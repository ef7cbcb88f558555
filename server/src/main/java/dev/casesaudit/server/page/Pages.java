package dev.casesaudit.server.page;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.request.Violations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class Pages {

    public static final String FOREIGN_TOKEN = "Member must be a token that was issued for this case";

    private final CursorCodec cursors;

    public Pages(CursorCodec cursors) {
        this.cursors = cursors;
    }

    /**
     * Returns the page for a valid request.
     *
     * @throws ServiceException a ValidationException, if the token was not issued for this case
     */
    public EncodedPage page(AuditHistory history, CaseKey key, GetCaseAuditEventsRequest request) {
        AuditHistory.Slice slice =
                history.newestFirst(start(history, key, request.getNextToken()), request.getMaxResults());
        Optional<String> next =
                slice.next() < 0 ? Optional.empty() : Optional.of(cursors.encode(slice.next(), key, history));
        return EncodedPage.of(slice.runs(), slice.size(), next);
    }

    private long start(AuditHistory history, CaseKey key, @Nullable String token) {
        if (token == null) {
            return Long.MAX_VALUE;
        }
        Optional<Long> start = cursors.decode(token, key, history);
        if (start.isEmpty()) {
            new Violations().add("/nextToken", FOREIGN_TOKEN).throwIfAny();
        }
        return start.orElseThrow();
    }
}
