package dev.casesaudit.server.config;

import static org.assertj.core.api.Assertions.assertThat;
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
    void saysWhatMayHaveBeenMeant(String key, String meant) {
        String said = SettingNames.unknown(key);

        assertThat(said).startsWith(key + ": there is no such setting; did you mean ");
        assertThat(said).endsWith("; did you mean %s?".formatted(meant));
    }

    @Test
    void suggestsNothingForWhatIsLikeNothing() {
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
    void leavesAloneWhatSetsSomethingOrIsNotTheMocks(String variable) {
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
            assertThatThrownBy(() -> SettingsCheck.check(config(Map.of()), Map.of(variable, "x")))
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
    void refusesPropertiesInTheLettersOfAVariable(String name, String meant) {
        assertThatThrownBy(() -> SettingsCheck.check(config(Map.of(name, "x")), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("%s: there is no such setting; did you mean %s?".formatted(name, meant));
    }

    @Test
    void refusesMistypedVariablesAndOtherDigitsAllAtOnce() {
        SmallRyeConfig config = config(Map.of(
                "cases.journal.size", "\u0662\u0665", "cases.limits.idle", "\u0665s", "quarkus.http.port", "99999"));

        assertThatThrownBy(() -> SettingsCheck.check(config, Map.of("CASES_FIXTURE", "x", "CASES_COLOUR", "x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        CASES_FIXTURE: there is no such setting; did you mean CASES_FIXTURES?
                        cases.journal.size: expected a whole number, got '\u0662\u0665'
                        cases.limits.idle: expected a time such as 500ms, 30s or 2m, got '\u0665s'
                        quarkus.http.port: expected a port from 0 to 65535, got '99999'""");
    }

    @Test
    void takesTheLibrarysWordsForPlainOnes() {
        String converted =
                "java.lang.IllegalArgumentException: SRCFG00039: The config property %s with the config value \"%s\" threw an"
                        + " Exception whilst being converted SRCFG00029: Expected an integer value, got \"x\"";

        assertThat(SettingsCheck.inPlainWords(
                        List.of(
                                converted.formatted("cases.auth.mode", "foo"),
                                converted.formatted("cases.limits.body", "12Q"),
                                converted.formatted("quarkus.http.port", "abc"),
                                converted.formatted("quarkus.other", "abc"),
                                "SRCFG00050: cases.fixture in SysPropConfigSource does not map to any root",
                                "java.util.NoSuchElementException: SRCFG00014: The config property cases.rate-limit.rate is"
                                        + " required but it could not be found in any config source"),
                        Map.of()))
                .containsExactlyInAnyOrder(
                        "cases.auth.mode: expected one of none, required, verified, got 'foo'",
                        "cases.limits.body: expected a size such as 64K or 1M, got '12Q'",
                        "quarkus.http.port: expected a port from 0 to 65535, got 'abc'",
                        "quarkus.other: expected another value, got 'abc'",
                        "cases.fixture: there is no such setting; did you mean cases.fixtures?",
                        "cases.rate-limit.rate: expected a value, got none");
    }

    @Test
    void takesAnEmptyValueForNoneUnlessItIsASecret() {
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
