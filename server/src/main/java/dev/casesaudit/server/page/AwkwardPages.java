package dev.casesaudit.server.page;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.pages.Awkwardness;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.request.Violations;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Cuts histories into awkward pages.
 *
 * <p>The tokens hold the state of a walk. Only used tokens are kept in this process, the latest {@value
 * #MOST_USED_TOKENS}.
 */
public final class AwkwardPages {

    private static final int MOST_USED_TOKENS = 10_000;

    private final CursorCodec cursors;
    private final InstantSource clock;
    private final UsedTokens used = new UsedTokens(MOST_USED_TOKENS);

    public AwkwardPages(CursorCodec cursors, InstantSource clock) {
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Returns the page for a valid request.
     *
     * @param invocationId the same for all attempts of a call; absent if the client sends none
     * @throws ServiceException a ValidationException, if the token was not issued for this case, has expired or was
     * used
     */
    public EncodedPage page(
            AuditHistory history,
            CaseKey key,
            GetCaseAuditEventsRequest request,
            PageStyle style,
            Tomorrow tomorrow,
            Optional<String> invocationId) {
        Optional<String> requestToken = Optional.ofNullable(request.getNextToken());
        Place place = requestToken
                .map(token -> place(token, history, key, style, invocationId))
                .orElse(new Place(Long.MAX_VALUE, style.has(Awkwardness.EMPTY_PAGES)));
        // By event number from here on, so that an event recorded meanwhile does not fill a short page.
        int first = history.newestFirst(place.next(), 0).next();
        int most = place.isEmpty() ? 0 : most(first, tomorrow.mostEvents(request.getMaxResults()), style);
        AuditHistory.Slice slice = history.newestFirst(first, most);
        NextToken next = style.has(Awkwardness.ILLEGAL_REPEATED_TOKEN) && requestToken.isPresent()
                ? new NextToken.Token(requestToken.orElseThrow())
                : next(slice, most, history, key, style);
        return EncodedPage.awkward(
                tomorrow.items(slice.events(), request.getMaxResults()), slice.size(), tomorrow.outputMembers(), next);
    }

    private Place place(
            String token, AuditHistory history, CaseKey key, PageStyle style, Optional<String> invocationId) {
        Optional<AwkwardCursor> awkward = cursors.decodeAwkward(token, key, history);
        // The token of a plain page has neither time of issue nor nonce, so it cannot expire or be used up.
        if (awkward.filter(cursor -> hasExpired(cursor, style)).isPresent()) {
            throw refused("Member must be a token that has not expired");
        }
        if (style.has(Awkwardness.TOKENS_ONCE)
                && awkward.filter(cursor -> !used.use(cursor.nonce(), invocationId))
                        .isPresent()) {
            throw refused("Member must be a token that has not been used");
        }
        boolean isEmpty = style.has(Awkwardness.EMPTY_PAGES)
                && awkward.filter(AwkwardCursor::leadsToEmptyPage).isPresent();
        return awkward.map(AwkwardCursor::next)
                .or(() -> cursors.decode(token, key, history))
                .map(next -> new Place(next, isEmpty))
                .orElseThrow(() -> refused(Pages.FOREIGN_TOKEN));
    }

    private boolean hasExpired(AwkwardCursor cursor, PageStyle style) {
        return style.lifetime()
                .filter(lifetime -> !clock.instant().isBefore(cursor.issued().plus(lifetime.time())))
                .isPresent();
    }

    // The size varies with the position only, so that a retry gets the same page.
    private static int most(int first, int room, PageStyle style) {
        return style.has(Awkwardness.SHORT_PAGES) && room > 1 && first >= 0 ? 1 + first % (room - 1) : room;
    }

    private NextToken next(AuditHistory.Slice slice, int most, AuditHistory history, CaseKey key, PageStyle style) {
        boolean isEmptyPage = most == 0;
        boolean isExactlyFull = slice.size() == most;
        boolean hasMore = slice.next() >= 0
                || isEmptyPage
                || style.has(Awkwardness.ILLEGAL_ENDLESS)
                || (style.has(Awkwardness.EMPTY_LAST_PAGE) && isExactlyFull);
        if (hasMore) {
            boolean leadsToEmptyPage = style.has(Awkwardness.EMPTY_PAGES) && !isEmptyPage && slice.next() >= 0;
            return new NextToken.Token(token(slice.next(), leadsToEmptyPage, history, key, style));
        }
        if (style.has(Awkwardness.NULL_TOKEN)) {
            return NextToken.Last.NULL;
        }
        return style.has(Awkwardness.ILLEGAL_EMPTY_TOKEN) ? NextToken.Last.EMPTY : NextToken.Last.ABSENT;
    }

    private String token(long next, boolean leadsToEmptyPage, AuditHistory history, CaseKey key, PageStyle style) {
        if (style.isPlain()) {
            return cursors.encode(next, key, history);
        }
        AwkwardCursor cursor = new AwkwardCursor(
                next,
                leadsToEmptyPage,
                clock.instant(),
                ThreadLocalRandom.current().nextLong(),
                style.has(Awkwardness.LONG_TOKENS));
        return cursors.encode(cursor, key, history);
    }

    private static ServiceException refused(String constraint) {
        return new Violations().add("/nextToken", constraint).exception();
    }

    private record Place(long next, boolean isEmpty) {}
}
