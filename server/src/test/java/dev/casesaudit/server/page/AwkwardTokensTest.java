package dev.casesaudit.server.page;

import static dev.casesaudit.server.page.Walker.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AwkwardTokensTest {

    private static final String KEY = "a key of thirty-two bytes or more";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ü";
    private static final Instant ISSUED = Instant.parse("2026-03-09T16:45:00.125Z");

    private static final AuditHistory HISTORY = AuditHistory.of(List.of());
    private final CursorCodec codec = new CursorCodec(TokenKey.of(KEY));

    static List<AwkwardCursor> cursors() {
        return Stream.of(-1L, 0L, 24L, (long) Integer.MAX_VALUE)
                .flatMap(next -> Stream.of(
                        new AwkwardCursor(next, false, ISSUED, 1, false),
                        new AwkwardCursor(next, true, ISSUED, -1, false),
                        new AwkwardCursor(next, false, Instant.EPOCH, Long.MIN_VALUE, true),
                        new AwkwardCursor(next, true, ISSUED, Long.MAX_VALUE, true)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void decodesToItsContent(AwkwardCursor cursor) {
        String token = codec.encode(cursor, CASE, HISTORY);

        assertThat(token).hasSize(cursor.isLong() ? 9_000 : 80).matches("[A-Za-z0-9_-]+");
        assertThat(codec.decodeAwkward(token, CASE, HISTORY)).contains(cursor);
        assertThat(codec.decode(token, CASE, HISTORY)).contains(cursor.next());
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void isRefusedForAnotherCaseAndUnderAnotherKey(AwkwardCursor cursor) {
        String token = codec.encode(cursor, CASE, HISTORY);

        assertThat(codec.decode(token, new CaseKey(CASE.domainId(), "another"), HISTORY))
                .isEmpty();
        assertThat(codec.decode(token, new CaseKey("another", CASE.caseId()), HISTORY))
                .isEmpty();
        assertThat(new CursorCodec(TokenKey.random()).decode(token, CASE, HISTORY))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cursors")
    void isRefusedAfterAnyEdit(AwkwardCursor cursor) {
        String token = codec.encode(cursor, CASE, HISTORY);
        Random random = new Random(cursor.hashCode());

        for (int i = 0; i < 300; i++) {
            String edited = edited(token, random);
            assertThat(codec.decode(edited, CASE, HISTORY).isPresent() && !edited.equals(token))
                    .as(edited)
                    .isFalse();
        }
    }

    @Test
    void isRefusedWithAnyBitChanged() {
        byte[] token = Base64.getUrlDecoder().decode(codec.encode(cursors().get(0), CASE, HISTORY));

        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] edited = token.clone();
            edited[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(codec.decode(Base64.getUrlEncoder().encodeToString(edited), CASE, HISTORY))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void isRefusedWhenItsPaddingIsCutOutOrAnotherKindOfTokenIsPaddedLikeIt() {
        byte[] padded = Base64.getUrlDecoder().decode(codec.encode(cursors().get(2), CASE, HISTORY));
        byte[] cut = new byte[60];
        System.arraycopy(padded, 0, cut, 0, 28);
        System.arraycopy(padded, padded.length - 32, cut, 28, 32);

        assertThat(codec.decode(Base64.getUrlEncoder().encodeToString(cut), CASE, HISTORY))
                .isEmpty();
        assertThat(codec.decode(codec.encode(7, CASE, HISTORY) + "A".repeat(24), CASE, HISTORY))
                .isEmpty();
    }

    @Test
    void isNotTakenFromAPlainPage() {
        assertThat(codec.decodeAwkward(codec.encode(7, CASE, HISTORY), CASE, HISTORY))
                .isEmpty();
    }

    @Test
    void leavesPlainTokensAsTheyWere() {
        assertThat(codec.encode(7, new CaseKey("contact-center", "case-long"), HISTORY))
                .isEqualTo("AAEAAAAAAAAAB9mZb_jOTI9tNRd9cO21JbVqYW7fov-H_1RLjISSZBdV");
    }

    private static String edited(String token, Random random) {
        int at = random.nextInt(token.length());
        int end = at + 1 + random.nextInt(token.length() - at);
        String other = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return switch (random.nextInt(6)) {
            case 0 -> token.substring(0, at);
            case 1 -> token.substring(0, at) + token.substring(end);
            case 2 -> token.substring(0, at) + other + token.substring(at);
            case 3 -> token.substring(at) + token.substring(0, at);
            case 4 -> token + other;
            default -> token.substring(0, at) + other + token.substring(at + 1);
        };
    }
}
