package dev.casesaudit.server.page;

import static dev.casesaudit.server.page.Walker.NOW;
import static dev.casesaudit.server.page.Walker.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.page.Walker.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TokenLifetimeTest {

    private static final Tomorrow TODAY = Tomorrow.none();
    private static final PageStyle EXPIRE = PageStyle.parse("tokens-expire(5s)");
    private static final PageStyle ONCE = PageStyle.parse("tokens-once");
    private static final Optional<String> FIRST_CALL = Optional.of("9d2c1b0e-first");
    private static final Optional<String> SECOND_CALL = Optional.of("9d2c1b0e-second");

    private final AuditHistory history = history(51);

    private Instant now = NOW;

    private final Walker walker = new Walker(() -> now);

    @Test
    void endsWhenTheTimeIsOver() {
        Optional<String> token = firstToken(EXPIRE);

        now = NOW.plusMillis(4_999);
        assertThat(walker.ask(history, 25, token, EXPIRE, TODAY).ids()).hasSize(25);
        now = NOW.plusSeconds(5);
        assertRefused(
                () -> walker.ask(history, 25, token, EXPIRE, TODAY), "Member must be a token that has not expired");
    }

    @Test
    void beginsWithEachPage() {
        Page page = walker.first(history, 25, EXPIRE, TODAY);
        for (int later = 0; later < 2; later++) {
            now = now.plusSeconds(4);
            page = walker.ask(history, 25, page.next(), EXPIRE, TODAY);
        }

        assertThat(page.ids()).containsExactly("0");
    }

    @Test
    void isTheOneConfiguredWhenTheTokenIsUsed() {
        Optional<String> token = firstToken(EXPIRE);

        now = NOW.plusSeconds(30);
        assertThat(walker.ask(history, 25, token, PageStyle.parse("tokens-expire(1m)"), TODAY)
                        .ids())
                .hasSize(25);
        assertThat(walker.ask(history, 25, token, ONCE, TODAY).ids()).hasSize(25);
        assertThat(walker.askPlainly(history, 25, token).ids()).hasSize(25);
    }

    @Test
    void doesNotEndForATokenOfAPlainPage() {
        Optional<String> plain =
                walker.askPlainly(history, 25, Optional.empty()).next();

        now = NOW.plus(Duration.ofDays(365));
        assertThat(walker.ask(history, 25, plain, EXPIRE, TODAY).ids()).hasSize(25);
        assertThat(walker.ask(history, 25, plain, ONCE, TODAY).ids()).hasSize(25);
        assertThat(walker.ask(history, 25, plain, ONCE, TODAY).ids()).hasSize(25);
    }

    @Test
    void endsWithTheCallThatUsedIt() {
        Optional<String> token = firstToken(ONCE);

        walker.ask(history, 25, token, ONCE, TODAY, FIRST_CALL);
        assertRefused(
                () -> walker.ask(history, 25, token, ONCE, TODAY, SECOND_CALL),
                "Member must be a token that has not been used");
    }

    @Test
    void lastsForTheRetriesOfACall() {
        Optional<String> token = firstToken(ONCE);
        Page page = walker.ask(history, 25, token, ONCE, TODAY, FIRST_CALL);
        Page retried = walker.ask(history, 25, token, ONCE, TODAY, FIRST_CALL);

        assertThat(retried.ids()).isEqualTo(page.ids());
    }

    @Test
    void endsWithTheFirstUseWhereAClientDoesNotNameItsCalls() {
        Optional<String> token = firstToken(ONCE);

        walker.ask(history, 25, token, ONCE, TODAY, Optional.empty());
        assertRefused(
                () -> walker.ask(history, 25, token, ONCE, TODAY, Optional.empty()),
                "Member must be a token that has not been used");
    }

    @Test
    void isNotUsedUpByATokenThatLeadsToTheSameEvent() {
        Optional<String> one = firstToken(ONCE);
        Optional<String> another = firstToken(ONCE);

        walker.ask(history, 25, one, ONCE, TODAY, FIRST_CALL);
        assertThat(walker.ask(history, 25, another, ONCE, TODAY, SECOND_CALL).ids())
                .hasSize(25);
    }

    @Test
    void isForgottenForTheOldestOfTooMany() {
        UsedTokens used = new UsedTokens(2);

        for (long nonce = 1; nonce <= 3; nonce++) {
            assertThat(used.use(nonce, FIRST_CALL)).isTrue();
        }
        assertThat(used.use(2, SECOND_CALL)).isFalse();
        assertThat(used.use(3, SECOND_CALL)).isFalse();
        assertThat(used.use(1, SECOND_CALL)).isTrue();
    }

    private Optional<String> firstToken(PageStyle style) {
        return walker.first(history, 25, style, TODAY).next();
    }

    private static void assertRefused(ThrowingCallable call, String constraint) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceException.class, refused -> {
            assertThat(refused.error().name()).hasValue("ValidationException");
            assertThat(new String(refused.error().json(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"message\":\"1 validation error detected."
                                    + " Value at '/nextToken' failed to satisfy constraint: %s\"}",
                            constraint);
        });
    }
}
