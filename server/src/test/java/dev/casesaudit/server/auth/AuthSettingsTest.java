package dev.casesaudit.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.config.CasesConfig.AuthMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthSettingsTest {

    private static final String SECRET = "a secret/of+an operator";

    @Test
    void nameNoKeyWhereNoneIsVerified() {
        for (AuthMode mode : new AuthMode[] {AuthMode.NONE, AuthMode.REQUIRED}) {
            assertThatCode(() -> signatures(mode, Map.of(), List.of())).doesNotThrowAnyException();
        }
    }

    @Test
    void nameAKeyWhereSignaturesAreVerified() {
        assertThatCode(() -> signatures(AuthMode.VERIFIED, Map.of("ci", key("AKIA_1", SECRET)), List.of()))
                .doesNotThrowAnyException();
        assertThat(problems(Map.of(), List.of()))
                .isEqualTo("cases.auth.keys: expected a key at least, since cases.auth.mode is verified, got none");
    }

    @Test
    void giveNoTwoKeysTheSameId() {
        assertThat(problems(Map.of("b", key("AKIA1", "x"), "a", key("AKIA1", SECRET)), List.of()))
                .isEqualTo("cases.auth.keys.b.access-key-id: expected an id that no other key has,"
                        + " got that of cases.auth.keys.a");
    }

    @Test
    void haveAllProblemsOfAllKeysTold() {
        Map<String, CasesConfig.Key> keys = Map.of(
                "a",
                new Pair(Optional.empty(), Optional.of(SECRET)),
                "b",
                new Pair(Optional.of("B"), Optional.empty()));

        assertThat(problems(keys, List.of("cases.auth.keys.b.secret-access-key", "cases.auth.region")))
                .isEqualTo("""
                        cases.auth.keys.b.secret-access-key: expected a value, got an empty one
                        cases.auth.region: expected a value, got an empty one
                        cases.auth.keys.a.access-key-id: expected a value, got none""");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, another character",
        "a b, another character",
        "ä, another character",
        "'a,b', another character",
        "'a=', another character"
    })
    void spellIdsAsIamDoes(String id, String got) {
        assertThat(problems(Map.of("ci", key(id, SECRET)), List.of()))
                .isEqualTo("cases.auth.keys.ci.access-key-id: expected 1 to 128 letters, digits and _, got " + got);
    }

    @Test
    void keepIdsShort() {
        assertThat(problems(Map.of("ci", key("A".repeat(129), SECRET)), List.of()))
                .isEqualTo(
                        "cases.auth.keys.ci.access-key-id: expected 1 to 128 letters, digits and _, got 129 characters");
    }

    @Test
    void areNeverPrinted() {
        AccessKey key = new AccessKey("ci", "AKIA1", SECRET, Optional.of("token"), Optional.empty(), Optional.empty());

        assertThat(key).hasToString("key ci");
        assertThat(problems(Map.of("ci", key(SECRET, "AKIA1")), List.of())).doesNotContain(SECRET);
    }

    private static String problems(Map<String, CasesConfig.Key> keys, List<String> empty) {
        ConfigurationException thrown =
                assertThrows(ConfigurationException.class, () -> signatures(AuthMode.VERIFIED, keys, empty));
        return String.valueOf(thrown.getMessage());
    }

    private static void signatures(AuthMode mode, Map<String, CasesConfig.Key> keys, List<String> empty) {
        AuthSettings.signatures(new Settings(mode, Optional.empty(), keys), empty, Clock.systemUTC());
    }

    private static CasesConfig.Key key(String id, String secret) {
        return new Pair(Optional.of(id), Optional.of(secret));
    }

    private record Settings(AuthMode mode, Optional<String> region, Map<String, CasesConfig.Key> keys)
            implements CasesConfig.Auth {}

    private record Pair(Optional<String> accessKeyId, Optional<String> secretAccessKey) implements CasesConfig.Key {

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
