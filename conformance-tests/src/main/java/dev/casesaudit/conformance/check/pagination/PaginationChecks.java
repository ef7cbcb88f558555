package dev.casesaudit.conformance.check.pagination;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class PaginationChecks {

    private PaginationChecks() {}

    public static List<Check> all() {
        return List.of(
                new PageWithinMaxResults(),
                new WalkEnds(),
                new TokensAreDistinct(),
                new TokenIsNotEmpty(),
                new TokenAccepted(),
                new EventIdsAreUnique(),
                new PagesAreDisjoint(),
                new NothingIsLost(),
                new OrderIndependentOfPageSize(),
                new EventsAreTheSame(),
                new NoTokenAfterTheLastEvent(),
                new FullPageHistory(),
                new TwoPagesHistory(),
                new LongHistory(),
                new FirstPageRepeatable(),
                new FollowingPageRepeatable(),
                new WalkRepeatable(),
                new WalksInterleaved(),
                new WalkUndisturbedByAnotherStart(),
                new GarbageTokenRefused(),
                new GuessedTokenRefused(),
                new EditedTokenRefused(),
                new CutTokenRefused(),
                new LengthenedTokenRefused(),
                new TokenOfAnotherCaseRefused(),
                new TokenOfAnotherDomainRefused(),
                new UnknownCaseWithToken());
    }
}
