package dev.casesaudit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void setsHostAndPort() throws CommandLine.WrongArgument {
        Map<String, String> settings = Map.of("quarkus.http.host", "0.0.0.0", "quarkus.http.port", "9000");

        assertThat(CommandLine.read(List.of("--host", "0.0.0.0", "--port", "9000"))
                        .settings())
                .isEqualTo(settings);
        assertThat(CommandLine.read(List.of("--port=9000", "--host=0.0.0.0")).settings())
                .isEqualTo(settings);
        assertThat(CommandLine.read(List.of()).settings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--version"})
    void printsInsteadOfStarting(String argument) throws CommandLine.WrongArgument {
        assertThat(CommandLine.read(List.of("--port", "9000", argument)).text()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -Dcases.control.token=secret | -Dcases.control.token: this option is Java's, and has no effect after -jar
                    -Xmx1g | -Xmx1g: this option is Java's, and has no effect after -jar
                    -XX:+UseSerialGC | -XX:+UseSerialGC: this option is Java's, and has no effect after -jar
                    --cases.control.token=secret | write -Dcases.control.token=... before -jar
                    cases.fixtures=secret | write -Dcases.fixtures=... before -jar
                    --quarkus.http.port=secret | write -Dquarkus.http.port=... before -jar
                    --prot=9000 | --prot: there is no such argument; expected --host, --port, --help or --version
                    run | run: there is no such argument
                    '' | there is no such argument
                    --host | --host: expected a value, such as --host 0.0.0.0
                    --host= | --host: expected a value
                    --port= | --port: expected a value, such as --port 8080
                    """)
    void explainsAnyOtherArgument(String argument, String message) {
        assertThatThrownBy(() -> CommandLine.read(List.of(argument)))
                .isInstanceOf(CommandLine.WrongArgument.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void doesNotReadAnOptionAsAValue() {
        assertThatThrownBy(() -> CommandLine.read(List.of("--host", "--port", "1")))
                .hasMessageStartingWith("--host: expected a value");
    }
}
