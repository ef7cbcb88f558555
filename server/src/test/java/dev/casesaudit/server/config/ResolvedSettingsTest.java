package dev.casesaudit.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedSettingsTest {

    static final List<String> SETTINGS = List.of(
            "cases.fixtures",
            "cases.token.key",
            "cases.auth.mode",
            "cases.auth.region",
            "cases.auth.keys.ci.access-key-id",
            "cases.auth.keys.ci.secret-access-key",
            "cases.auth.keys.ci.session-token",
            "cases.auth.keys.ci.expires",
            "cases.auth.keys.ci.domains",
            "cases.auth.keys.ci.domains[0]",
            "cases.rate-limit.rate",
            "cases.control.enabled",
            "cases.control.token",
            "cases.control.hosts",
            "cases.limits.connections",
            "quarkus.http.host",
            "quarkus.http.cors.origins",
            "quarkus.http.ssl.client-auth");

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areRefusedByTheirNameWhereAnExpressionCannotBeResolved(String name) {
        for (String value : List.of("${UNSET}", "${unset.too:${UNSET}}")) {
            SmallRyeConfig config = config(Map.of(name, value));

            assertThatThrownBy(() -> config.getOptionalValue(name, String.class))
                    .as(value)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            name
                                    + ": expected a value, got ${UNSET}, and UNSET is not set: set it, or write the value itself");
        }
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areResolvedWhereTheyCanBe(String name) {
        for (String value : List.of("${SET}", "${UNSET:${SET}}", "${UNSET:found}", "${UNSET:${AGAIN:found}}")) {
            assertThat(config(Map.of(name, value)).getOptionalValue(name, String.class))
                    .as(value)
                    .contains("found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a${b",
                "a${UNSET}",
                "${UNSET",
                "a}$",
                "$$",
                "a$b",
                "${a}${b}",
                "${a:x}${b}",
                "${a b}",
                "\\",
                "a\\${UNSET}",
                "\\$\\{",
                "%s{}",
                "\u00e4"
            })
    void areTakenLiterallyWhereTheyAreSecrets(String secret) {
        for (String name : List.of(
                "cases.token.key",
                "cases.control.token",
                "cases.auth.keys.ci.secret-access-key",
                "cases.auth.keys.ci.session-token")) {
            assertThat(config(Map.of(name, secret)).getOptionalValue(name, String.class))
                    .contains(secret);
            assertThat(config(Map.of(name, "${SECRET}", "SECRET", secret)).getOptionalValue(name, String.class))
                    .contains(secret);
        }
    }

    @Test
    void areTakenLiterallyFromVariablesToo() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(Map.of("CASES_CONTROL_TOKEN", "pa${ss$\\"), 300))
                .addDefaultInterceptors()
                .withInterceptors(new BlankSettings(), new ResolvedSettings())
                .build();

        assertThat(config.getOptionalValue("cases.control.token", String.class)).contains("pa${ss$\\");
    }

    @Test
    void doNotPrintAPasswordThatCannotBeResolved() {
        String name = "quarkus.http.ssl.certificate.key-store-password";

        assertThatThrownBy(() -> config(Map.of(name, "pa${word}")).getOptionalValue(name, String.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(name + ": expected a value, got an expression that cannot be resolved")
                .hasMessageNotContaining("word}");
    }

    @Test
    void areRefusedWhereAnExpressionLeadsToItself() {
        for (String name : List.of("cases.auth.region", "cases.control.token")) {
            SmallRyeConfig config = config(Map.of(name, "${" + name + "}"));

            assertThatThrownBy(() -> config.getOptionalValue(name, String.class))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(name + ": expected a value");
        }
    }

    @Test
    void areRefusedWhereTheyNeedASecretKeysHandler() {
        for (String name : List.of("cases.auth.region", "cases.control.token")) {
            assertThatThrownBy(() -> config(Map.of(name, "${vault::key}")).getOptionalValue(name, String.class))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(name + ": expected a value");
        }
    }

    @Test
    void leaveTheSettingsOfOthersAlone() {
        assertThat(config(Map.of("other", "${UNSET}")).getOptionalValue("other", String.class))
                .isEqualTo(Optional.empty());
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("SET", "found");
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(all, "settings", 100))
                .addDefaultInterceptors()
                .withInterceptors(new BlankSettings(), new ResolvedSettings())
                .build();
    }
}
