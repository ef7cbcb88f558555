package dev.casesaudit.server.journal;

import static dev.casesaudit.server.journal.Attempts.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.CaseKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {

    @Test
    void followsAWalkToItsEnd() {
        Walk walk = only(page(null, "", "t1"), page(null, "t1", "t2"), page(null, "t2", ""));

        assertThat(walk.pages()).isEqualTo(3);
        assertThat(walk.events()).isEqualTo(6);
        assertThat(walk.isComplete()).isTrue();
        assertThat(walk.followedEachTokenOnce()).isTrue();
        assertThat(walk.findings()).isEmpty();
    }

    @Test
    void separatesConcurrentWalks() {
        List<Walk> walks = walks(
                page(null, "", "a1"),
                page(null, "", "b1"),
                page(null, "b1", "b2"),
                page(null, "a1", "a2"),
                page(null, "a2", ""),
                page(null, "b2", ""));

        assertThat(walks).hasSize(2).allSatisfy(walk -> {
            assertThat(walk.pages()).isEqualTo(3);
            assertThat(walk.isComplete()).isTrue();
            assertThat(walk.findings()).isEmpty();
        });
    }

    // The same place in the same history may have the same token.
    @Test
    void separatesWalksWithTheSameTokens() {
        List<Walk> walks =
                walks(page(null, "", "t1"), page(null, "", "t1"), page(null, "t1", ""), page(null, "t1", ""));

        assertThat(walks).extracting(Walk::pages).containsExactly(2, 2);
        assertThat(walks).allMatch(Walk::followedEachTokenOnce);
    }

    @Test
    void countsTheAttemptsOfACallOnce() {
        Walk walk = only(page("1", "", "t1"), Attempts.failed("2", 500, RetryAdvice.NONE), page("2", "t1", ""));

        assertThat(walk.isComplete()).isTrue();
    }

    @Test
    void seesAWalkThatStopsEarly() {
        assertThat(only(page(null, "", "t1")).findings()).containsExactly("stopped after 1 page with a token in hand");
        assertThat(only(page(null, "", "t1"), page(null, "t1", "t2")).findings())
                .containsExactly("stopped after 2 pages with a token in hand");
    }

    @Test
    void seesATokenThatWasFollowedTwice() {
        Walk walk = only(page(null, "", "t1"), page(null, "t1", ""), page(null, "t1", ""));

        assertThat(walk.followedEachTokenOnce()).isFalse();
        assertThat(walk.findings()).contains("followed one token 2 times");
    }

    @Test
    void seesAWalkWhoseBeginningItDoesNotKnow() {
        assertThat(only(page(null, "unknown", "")).findings())
                .containsExactly("began with a token that is not known to have been given");
    }

    @Test
    void keepsTheWalksOfTwoCasesApart() {
        Attempt other = page(null, "", "t1");
        other.setOperation("GetCaseAuditEvents");
        other.setCase(new CaseKey("d", "other"));

        assertThat(walks(page(null, "", "t1"), other, page(null, "t1", "")))
                .extracting(Walk::isComplete)
                .containsExactly(true, false);
    }

    @Test
    void ignoresCallsWithoutAPage() {
        assertThat(walks(Attempts.failed(null, 404, RetryAdvice.NONE))).isEmpty();
    }

    private static Walk only(Attempt... attempts) {
        List<Walk> walks = walks(attempts);
        assertThat(walks).hasSize(1);
        return walks.get(0);
    }

    private static List<Walk> walks(Attempt... attempts) {
        return Walk.of(Call.of(List.of(attempts)));
    }
}
