package dev.casesaudit.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "cases.fixture, cases.fixtures",
        "cases.Fixtures, cases.fixtures",
        "cases.journalsize, cases.journal.size",
        "cases.idle, cases.limits.idle",
        "cases.port, quarkus.http.port",
        "cases.control.bodies, cases.control.body",
        "cases.auth.keys.ci.acces-key-id, cases.auth.keys.ci.access-key-id",
        "CASES_FIXTURE, CASES_FIXTURES",
        "CASES_LIMIT_BODY, CASES_LIMITS_BODY",
        "CASES_AUTH_KEYS_CI_SECRET_KEY_ID, CASES_AUTH_KEYS_CI_ACCESS_KEY_ID"
    })
    void suggestsSimilarNames(String key, String meant) {
        String message = SettingNames.unknown(key);

        assertThat(message).startsWith(key + ": there is no such setting; did you mean ");
        assertThat(message).endsWith("; did you mean %s?".formatted(meant));
    }

    @Test
    void suggestsNothingForUnlikeNames() {
        assertThat(SettingNames.unknown("cases.colour")).isEqualTo("cases.colour: there is no such setting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CASES_FIXTURES",
                "CASES_AUTH_KEYS_CI_BLUE_ACCESS_KEY_ID",
                "CASES_AUTH_KEYS_CI_DOMAINS_0_",
                "CASES_RATE_LIMIT_RATE",
                "CASES_SERVICE_HOST",
                "CASES_PORT",
                "CASES_AUDIT_SERVICE_PORT_HTTP",
                "CASES_AUDIT_PORT_8080_TCP_ADDR",
                "QUARKUS_HTTP_PORT",
                "PATH"
            })
    void acceptsNamesThatSetSomethingOrBelongToOthers(String variable) {
        assertThat(SettingNames.unknownVariables(Set.of(variable))).isEmpty();
    }

    @Test
    void namesVariablesThatCannotNameAKey() {
        String variable = "CASES_AUTH_KEYS_MY_KEY_SECRET_ACCESS_KEY";
        List<String> dotted = List.of("cases.auth.keys.ci.domains[0]", "cases.auth.keys.my.key.secret-access-key");

        assertThat(SettingNames.nameless(Set.of(variable, "CASES_AUTH_KEYS_CI_SECRET_ACCESS_KEY"), dotted))
                .containsExactly(
                        variable + ": expected a name of letters and digits for the key, got MY_KEY: call it MYKEY");
        for (String known : List.of("cases.auth.keys.my-key.expires", "cases.auth.keys.\"my_key\".access-key-id")) {
            assertThat(SettingNames.nameless(Set.of(variable), List.of(known))).isEmpty();
        }
    }

    @Test
    void refusesEachVariableOfAccessThatSetsNothing() {
        for (String variable : List.of("CASES_AUTH_COLOUR", "CASES_CONTROL_COLOUR", "CASES_TOKEN_COLOUR")) {
            assertThatThrownBy(() -> SettingsCheck.check(config(Map.of()), Map.of(variable, "x"), List.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(variable + ": there is no such setting");
        }
    }

    // A token that is set so would leave the control API open.
    @ParameterizedTest
    @CsvSource({
        "CASES_CONTROL_TOKEN, cases.control.token",
        "cases_control_token, cases.control.token",
        "Cases.control.token, cases.control.token",
        "CASES.AUTH.MODE, cases.auth.mode",
        "CASES_AUTH_KEYS_CI_DOMAINS, cases.auth.keys.CI.domains",
        "cases-fixture, cases.fixtures"
    })
    void refusesPropertiesSpelledLikeVariables(String name, String meant) {
        assertThatThrownBy(() -> SettingsCheck.check(config(Map.of(name, "x")), Map.of(), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("%s: there is no such setting; did you mean %s?".formatted(name, meant));
    }

    @Test
    void refusesMistypedVariablesAndOtherDigitsAllAtOnce() {
        SmallRyeConfig config = config(Map.of(
                "cases.journal.size", "\u0662\u0665", "cases.limits.idle", "\u0665s", "quarkus.http.port", "99999"));

        assertThatThrownBy(() -> SettingsCheck.check(
                        config, Map.of("CASES_FIXTURE", "x", "CASES_COLOUR", "x"), List.of("cases.other: no")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        CASES_FIXTURE: there is no such setting; did you mean CASES_FIXTURES?
                        cases.journal.size: expected a whole number, got '\u0662\u0665'
                        cases.limits.idle: expected a time such as 500ms, 30s or 2m, got '\u0665s'
                        quarkus.http.port: expected 0 to 65535, got 99999
                        cases.other: no""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cases.limits.body | 1023 | expected 1K to 10M, got 1023
            cases.limits.body | 20M | expected 1K to 10M, got 20M
            cases.limits.body | 12Q | expected a size such as 64K or 1M, got 12Q
            cases.limits.bodies | 100G | expected 1K to 64G, got 100G
            cases.limits.world | 65G | expected 1K to 64G, got 65G
            cases.control.body | 0 | expected 1K to 64G, got 0
            cases.limits.line | 99999999999999999999G | expected 1K to 1M, got 99999999999999999999G
            cases.limits.idle | 99ms | expected 100ms to 1h, got 99ms
            cases.limits.read | 2h | expected 100ms to 1h, got 2h
            cases.limits.read | soon | expected a time such as 500ms, 30s or 2m, got soon
            cases.limits.stopping | -1s | expected 0s to 1h, got -1s
            cases.limits.connections | 0 | expected 1 to 100000, got 0
            cases.limits.connections | 1e3 | expected a whole number, got 1e3
            cases.limits.connections | 99999999999 | expected a whole number, got 99999999999
            cases.faults.longest | 0s | expected more than 0s, at most 1h, got 0s
            cases.faults.longest | 3601s | expected more than 0s, at most 1h, got 3601s
            cases.journal.size | -1 | expected 0 to 100000, got -1
            cases.journal.size | 1 000 | expected a whole number, got '1 000'
            cases.control.cases | -1 | expected 0 or more, got -1
            cases.rate-limit.rate | -0.5 | expected more than 0, got -0.5
            cases.rate-limit.rate | NaN | expected a number, got NaN
            cases.rate-limit.rate | Infinity | expected a number, got Infinity
            cases.rate-limit.burst | 0 | expected 1 or more, got 0
            cases.control.enabled | yes | expected true or false, got yes
            cases.control.hosts | mock,http://mock:8080 | expected names of hosts, without scheme and port, got http://mock:8080
            cases.auth.mode | some | expected one of none, required, verified, got some
            cases.auth.keys.ci.expires | tomorrow | expected a time such as 2026-12-31T00:00:00Z, got tomorrow
            cases.auth.keys.ci.access-key-id | a/b | expected 1 to 128 letters, digits and _, got another text of 3 characters
            cases.control.token | a b | expected visible ASCII characters, as a header can carry them, got another text of 3 characters
            cases.token.key | short | expected at least 32 bytes, got 5
            """)
    void refusesValues(String key, String value, String problem) {
        assertThatThrownBy(() -> SettingsCheck.check(config(Map.of(key, value)), Map.of(), List.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + ": " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cases.limits.body | 1K
            cases.limits.body | 10M
            cases.limits.idle | 1h
            cases.limits.idle | PT0.1S
            cases.limits.stopping | 0s
            cases.faults.longest | 1ms
            cases.journal.size | 0
            cases.rate-limit.rate | 0.001
            cases.auth.mode | VERIFIED
            cases.control.hosts | mock, my_mock.example
            """)
    void acceptsValuesWithinTheirRange(String key, String value) {
        assertThatCode(() -> SettingsCheck.check(config(Map.of(key, value)), Map.of(), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void fallsBackToTheMessagesOfTheLibrary() {
        String converted =
                "java.lang.IllegalArgumentException: SRCFG00039: The config property %s with the config value \"%s\" threw an"
                        + " Exception whilst being converted SRCFG00029: Expected an integer value, got \"x\"";

        assertThat(SettingsCheck.report(
                        List.of(
                                converted.formatted("cases.auth.mode", "foo"),
                                converted.formatted("quarkus.other", "abc"),
                                "SRCFG00050: cases.fixture in SysPropConfigSource does not map to any root",
                                "SRCFG00040: The config property quarkus.more is defined as the empty String (\"\") which",
                                "java.util.NoSuchElementException: SRCFG00014: The config property cases.rate-limit.rate is"
                                        + " required but it could not be found in any config source"),
                        config(Map.of("cases.auth.mode", "foo", "cases.limits.body", "12Q", "cases.fixture", "x")),
                        Map.of()))
                .isEqualTo("""
                        cases.auth.mode: expected one of none, required, verified, got foo
                        cases.fixture: there is no such setting; did you mean cases.fixtures?
                        cases.limits.body: expected a size such as 64K or 1M, got 12Q
                        cases.rate-limit.rate: expected a value, got none
                        quarkus.more: expected a value, got an empty one
                        quarkus.other: expected another value, got abc""");
    }

    @Test
    void treatsAnEmptyValueAsUnsetUnlessItRestrictsAccess() {
        SmallRyeConfig config = config(Map.of(
                "cases.fixtures", " ", "cases.rate-limit.rate", "", "cases.token.key", "", "cases.control.token", ""));

        assertThat(config.getConfigValue("cases.fixtures").getValue()).isEqualTo("classpath:fixtures");
        assertThat(config.getConfigValue("cases.rate-limit.rate").getValue()).isNull();
        assertThat(config.getConfigValue("cases.token.key").getRawValue()).isEmpty();
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);
        assertThat(names).contains("cases.token.key", "cases.control.token").doesNotContain("cases.rate-limit.rate");
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "settings", 100))
                .withInterceptors(new BlankSettings())
                .build();
    }
}
