package dev.casesaudit.server.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.server.start.CommandLine.Command;
import dev.casesaudit.server.start.CommandLine.WrongArgument;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void readsValuesAfterABlankOrAnEqualsSign() throws WrongArgument {
        Map<String, String> settings = Map.of("quarkus.http.host", "0.0.0.0", "quarkus.http.port", "9000");

        assertThat(read("--host", "0.0.0.0", "--port", "9000").settings()).isEqualTo(settings);
        assertThat(read("--port=9000", "--host=0.0.0.0").settings()).isEqualTo(settings);
        assertThat(read().settings()).isEmpty();
    }

    @Test
    void setsWhatTheOptionsMean() throws WrongArgument {
        CommandLine line = read(
                "--fixtures=a.yaml,b/",
                "--auth",
                "verified",
                "--log=json",
                "--set",
                "cases.control.token=a=b",
                "--set=quarkus.http.ssl-port=0",
                "--token-key-file",
                "k",
                "--ready-file=r",
                "--exit-with-parent");

        assertThat(line.settings())
                .isEqualTo(Map.of(
                        "cases.fixtures", "a.yaml,b/",
                        "cases.auth.mode", "verified",
                        "quarkus.log.console.json.enabled", "true",
                        "cases.control.token", "a=b",
                        "quarkus.http.ssl-port", "0"));
        assertThat(line.options())
                .isEqualTo(Map.of(Option.TOKEN_KEY_FILE, "k", Option.READY_FILE, "r", Option.EXIT_WITH_PARENT, ""));
    }

    @ParameterizedTest
    @CsvSource({"--help, HELP", "-h, HELP", "--version, VERSION"})
    void printsInsteadOfStarting(String argument, Command command) throws WrongArgument {
        assertThat(read("--port", "9000", argument).command()).isEqualTo(command);
        assertThat(read("env", argument).command()).isEqualTo(command);
    }

    @Test
    void helpsOnOneScreen() {
        assertThat(CommandLine.HELP.lines())
                .hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(CommandLine.HELP)
                .contains(Arrays.stream(Option.values())
                        .map(option -> option.word)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Dcases.control.token=secret | -Dcases.control.token: this option is Java's, and has no effect after -jar
                    -Xmx1g | -Xmx1g: this option is Java's, and has no effect after -jar
                    -XX:+UseSerialGC | -XX:+UseSerialGC: this option is Java's, and has no effect after -jar
                    --cases.control.token=secret | write --set cases.control.token=...
                    cases.fixtures=secret | write --set cases.fixtures=...
                    --quarkus.http.port=secret | write --set quarkus.http.port=...
                    --prot=9000 | --prot: there is no such option; did you mean --port?
                    -port | -port: there is no such option; did you mean --port?
                    fixtures=secret | fixtures: there is no such option; did you mean --fixtures?
                    --ready_file=r | did you mean --ready-file?
                    --token-key=secret | did you mean --token-key-file?
                    --run | --run: there is no such option; expected --host, --port,
                    '' | there is no such option
                    --host | --host: expected a value, such as --host 0.0.0.0
                    --host= | --host: expected a value
                    --port= | --port: expected a value, such as --port 8080
                    --log=xml | --log: expected text or json, got xml
                    --exit-with-parent=yes | --exit-with-parent: expected no value
                    --set=secret | --set: expected KEY=VALUE, such as --set cases.limits.body=1M
                    --set=limits.body=secret | --set limits.body: there is no such setting; did you mean cases.control.body or
                    --shell=fish | --shell: an option only of the command env
                    """)
    void explainsAWrongArgument(String argument, String message) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(WrongArgument.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void doesNotReadAnOptionAsAValue() {
        assertThatThrownBy(() -> read("--host", "--port", "1")).hasMessageStartingWith("--host: expected a value");
    }

    @Test
    void refusesWhatIsGivenTwice() {
        assertThatThrownBy(() -> read("--port=1", "--port=2")).hasMessageEndingWith("given twice");
        assertThatThrownBy(() -> read("--fixtures=a", "--set=cases.fixtures=b")).hasMessageEndingWith("given twice");
    }

    @Test
    void refusesForEnvWhatOnlyAStartCanUse() {
        assertThatThrownBy(() -> read("env", "--fixtures=a")).hasMessageContaining("only of the start");
    }

    private static CommandLine read(String... arguments) throws WrongArgument {
        return CommandLine.read(List.of(arguments));
    }
}
