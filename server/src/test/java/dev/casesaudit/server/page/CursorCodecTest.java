package dev.casesaudit.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {

    private static final CaseKey CASE = new CaseKey("contact-center", "case-long");
    private static final String KEY = "a key of thirty-two bytes or more";
    private static final List<String> ALPHABET =
            List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ".split("(?!^)", -1));

    private static final AuditHistory HISTORY = AuditHistory.of(List.of());
    private final CursorCodec codec = new CursorCodec(TokenKey.of(KEY));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 24, 999_999, Integer.MAX_VALUE})
    void decodesToItsEvent(long next) {
        assertThat(codec.decode(codec.encode(next, CASE, HISTORY), CASE, HISTORY))
                .contains(next);
    }

    @Test
    void isShortAndNeedsNoQuotingAnywhere() {
        assertThat(codec.encode(Integer.MAX_VALUE, CASE, HISTORY)).hasSize(56).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isTheSameFromEveryReplicaWithTheKey() {
        CursorCodec replica = new CursorCodec(TokenKey.of(KEY));

        assertThat(replica.decode(codec.encode(7, CASE, HISTORY), CASE, HISTORY))
                .contains(7L);
    }

    @Test
    void isRefusedUnderAnotherKey() {
        String token = codec.encode(7, CASE, HISTORY);

        assertThat(new CursorCodec(TokenKey.of(KEY + "!")).decode(token, CASE, HISTORY))
                .isEmpty();
        assertThat(new CursorCodec(TokenKey.random()).decode(token, CASE, HISTORY))
                .isEmpty();
    }

    @Test
    void isRefusedForAnotherCaseOrDomain() {
        String token = codec.encode(7, CASE, HISTORY);

        assertThat(codec.decode(token, new CaseKey("contact-center", "case-two-pages"), HISTORY))
                .isEmpty();
        assertThat(codec.decode(token, new CaseKey("back-office", "case-long"), HISTORY))
                .isEmpty();
    }

    @Test
    void keepsDomainAndCaseApart() {
        String token = codec.encode(7, new CaseKey("ab", "c"), HISTORY);

        assertThat(codec.decode(token, new CaseKey("a", "bc"), HISTORY)).isEmpty();
    }

    @Test
    void isRefusedWithAnyCharacterChanged() {
        String token = codec.encode(7, CASE, HISTORY);

        for (int i = 0; i < token.length(); i++) {
            for (String other : ALPHABET) {
                String edited = token.substring(0, i) + other + token.substring(i + 1);
                assertThat(codec.decode(edited, CASE, HISTORY).isPresent())
                        .as("with '%s' at %d", other, i)
                        .isEqualTo(edited.equals(token));
            }
        }
    }

    @Test
    void isRefusedCutOrExtended() {
        String token = codec.encode(7, CASE, HISTORY);

        for (int length = 0; length < token.length(); length++) {
            assertThat(codec.decode(token.substring(0, length), CASE, HISTORY)).isEmpty();
            assertThat(codec.decode(token.substring(token.length() - length), CASE, HISTORY))
                    .isEmpty();
        }
        assertThat(codec.decode(token + "A", CASE, HISTORY)).isEmpty();
        assertThat(codec.decode(token + "=", CASE, HISTORY)).isEmpty();
    }

    @Test
    void isRefusedWhenSplicedFromTwo() {
        String first = codec.encode(7, CASE, HISTORY);
        String second = codec.encode(8, CASE, HISTORY);

        for (int at = 1; at < first.length(); at++) {
            String spliced = first.substring(0, at) + second.substring(at);
            assertThat(codec.decode(spliced, CASE, HISTORY).isPresent())
                    .isEqualTo(spliced.equals(first) || spliced.equals(second));
        }
    }

    @Test
    void isRefusedWithTheTagOfNothing() {
        byte[] untagged = Base64.getUrlDecoder().decode(codec.encode(7, CASE, HISTORY));
        Arrays.fill(untagged, 10, untagged.length, (byte) 0);

        assertThat(codec.decode(Base64.getUrlEncoder().encodeToString(untagged), CASE, HISTORY))
                .isEmpty();
    }

    @Test
    void requiresAKeyAtLeastAsLongAsTheTag() {
        assertThatThrownBy(() -> TokenKey.of("too short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected at least 32 bytes, got 9");
    }
}
