package dev.casesaudit.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.config.CasesConfig.AuthMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthSettingsTest {

    private static final String SECRET = "a secret/of+an operator";

    @Test
    void nameNoKeyWhereNoneIsVerified() {
        for (AuthMode mode : new AuthMode[] {AuthMode.NONE, AuthMode.REQUIRED}) {
            assertThat(problems(mode, Map.of())).isEmpty();
        }
    }

    @Test
    void nameAKeyWhereSignaturesAreVerified() {
        assertThat(problems(AuthMode.VERIFIED, Map.of("ci", key("AKIA_1", SECRET))))
                .isEmpty();
        assertThat(problems(AuthMode.VERIFIED, Map.of()))
                .containsExactly(
                        "cases.auth.keys: expected a key at least, since cases.auth.mode is verified, got none");
    }

    @Test
    void giveNoTwoKeysTheSameId() {
        assertThat(problems(AuthMode.VERIFIED, Map.of("b", key("AKIA1", "x"), "a", key("AKIA1", SECRET))))
                .containsExactly("cases.auth.keys.b.access-key-id: expected an id that no other key has,"
                        + " got that of cases.auth.keys.a");
    }

    @Test
    void reportAllProblemsOfAllKeys() {
        Map<String, CasesConfig.Key> keys = Map.of(
                "a",
                new Pair(Optional.empty(), Optional.of(SECRET)),
                "b",
                new Pair(Optional.of("B"), Optional.empty()));

        assertThat(problems(AuthMode.VERIFIED, keys))
                .containsExactly(
                        "cases.auth.keys.a.access-key-id: expected a value, got none",
                        "cases.auth.keys.b.secret-access-key: expected a value, got none");
    }

    @Test
    void areNeverPrinted() {
        AccessKey key = new AccessKey("ci", "AKIA1", SECRET, Optional.of("token"), Optional.empty(), Optional.empty());

        assertThat(key).hasToString("key ci");
    }

    private static List<String> problems(AuthMode mode, Map<String, CasesConfig.Key> keys) {
        return AuthSettings.problems(new Settings(mode, Optional.empty(), keys));
    }

    private static CasesConfig.Key key(String id, String secret) {
        return new Pair(Optional.of(id), Optional.of(secret));
    }

    private record Settings(AuthMode mode, Optional<String> region, Map<String, CasesConfig.Key> keys)
            implements CasesConfig.Auth {

        @Override
        public String principalArn() {
            return "arn:aws:iam::111122223333:role/CasesClient";
        }
    }

    private record Pair(Optional<String> accessKeyId, Optional<String> secretAccessKey) implements CasesConfig.Key {

        @Override
        public Optional<String> principalArn() {
            return Optional.empty();
        }

        @Override
        public Optional<String> sessionToken() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> expires() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> domains() {
            return Optional.empty();
        }
    }
}
